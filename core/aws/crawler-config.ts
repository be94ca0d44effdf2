import * as z from 'zod';
import { json, problem, text } from '../module/fields';

/** The options of a crawler besides its role, database and targets: the same wherever a crawler is configured. */
export const crawlerSettings = {
  extraConfiguration: json()
    .optional()
    .describe("The crawler's own configuration object, such as `Version` and `Grouping`."),
  schedule: z
    .strictObject({
      scheduleExpression: text().describe('When the crawler runs: `cron(15 12 * * ? *)`.'),
    })
    .optional()
    .describe('Runs the crawler regularly. Default: on demand.'),
  schemaChangePolicy: z
    .strictObject({
      updateBehavior: z
        .enum(['LOG', 'UPDATE_IN_DATABASE'])
        .optional()
        .describe('What to do with a table whose schema has changed. AWS: `UPDATE_IN_DATABASE`.'),
      deleteBehavior: z
        .enum(['LOG', 'DELETE_FROM_DATABASE', 'DEPRECATE_IN_DATABASE'])
        .optional()
        .describe('What to do with a table whose data has gone. AWS: `DEPRECATE_IN_DATABASE`.'),
    })
    .optional()
    .describe('What the crawler does with changes that it finds.'),
  tablePrefix: text().optional().describe('What the names of all tables begin with.'),
  classifiers: z
    .array(text())
    .default([])
    .describe('Names of custom classifiers, tried in this order: `project:classifiers/<name>`.'),
  recrawlBehavior: z
    .enum(['CRAWL_EVERYTHING', 'CRAWL_NEW_FOLDERS_ONLY', 'CRAWL_EVENT_MODE'])
    .optional()
    .describe('What to crawl again. AWS: `CRAWL_EVERYTHING`.'),
};

const exclusions = z.array(text()).default([]).describe('Glob patterns of what to leave out.');
const connectionName = text().optional().describe('The connection to reach the target through.');
const queues = {
  eventQueueArn: text().optional().describe('The queue with the events of the target, for event mode.'),
  dlqEventQueueArn: text().optional().describe('The dead-letter queue of those events.'),
};

const s3Target = z.strictObject({
  path: text().describe('`s3://<bucket>/<prefix>`.'),
  exclusions,
  sampleSize: z.number().int().min(1).max(249).optional().describe('Files to look at in each leaf folder.'),
  connectionName,
  ...queues,
});

const jdbcTarget = z.strictObject({
  connectionName: text().describe('The connection to the database.'),
  path: text().describe('`<database>/<schema>/<table>`, `%` for all.'),
  exclusions,
  enableAdditionalMetadata: z
    .array(z.enum(['COMMENTS', 'RAWTYPES']))
    .default([])
    .describe('More metadata for the tables.'),
});

const dynamoDbTarget = z.strictObject({
  path: text().describe('The name of the table.'),
  scanAll: z.boolean().optional().describe('Scan all records instead of a sample. AWS: true.'),
  scanRate: z.number().min(0.1).max(1.5).optional().describe('Share of the read capacity to use.'),
});

const catalogTarget = z.strictObject({
  databaseName: text().describe('The database of the tables.'),
  tables: z.array(text()).min(1).describe('Tables of the Data Catalog to update.'),
  connectionName,
  ...queues,
});

/** What a crawler looks at: at least one target. */
export const crawlerTargets = z
  .strictObject({
    s3Targets: z.array(s3Target).default([]).describe('Folders in S3.'),
    jdbcTargets: z.array(jdbcTarget).default([]).describe('Tables of databases, over JDBC.'),
    dynamoDbTargets: z.array(dynamoDbTarget).default([]).describe('DynamoDB tables.'),
    catalogTargets: z.array(catalogTarget).default([]).describe('Tables of the Data Catalog.'),
  })
  .superRefine((targets, ctx) => {
    if (Object.values(targets).some((list) => list.length > 0)) return;
    problem(ctx, 'TL203', 'the crawler has no target', 'Add `s3Targets:` with a `path:`, or another target.');
  });

export type CrawlerSettings = z.output<z.ZodObject<typeof crawlerSettings>>;
export type CrawlerTargets = z.output<typeof crawlerTargets>;
