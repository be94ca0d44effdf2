import * as z from 'zod';
import { configMap, json, literal, problem, text } from '../../core/module/fields';

const physicalConnectionRequirements = z.strictObject({
  availabilityZone: text().optional().describe('The availability zone of the subnet.'),
  subnetId: text().optional().describe('The subnet that jobs and crawlers connect from.'),
  securityGroupIdList: z.array(text()).default([]).describe('Ids of security groups.'),
  projectSecurityGroupNames: z
    .array(literal())
    .default([])
    .describe('Keys of `securityGroupConfigs`: their security groups are used as well.'),
});

const connection = z.strictObject({
  connectionType: z.enum(['JDBC', 'KAFKA', 'MONGODB', 'NETWORK']).describe('What to connect to.'),
  connectionProperties: json()
    .optional()
    .describe(
      'Properties of the connection, such as `JDBC_CONNECTION_URL` and `SECRET_ID` (a secret of Secrets Manager).',
    ),
  description: text().optional().describe('What the connection is for.'),
  matchCriteria: z.array(text()).default([]).describe('Criteria to select the connection by.'),
  physicalConnectionRequirements: physicalConnectionRequirements
    .optional()
    .describe('Where in the network the connection starts.'),
});

const ignoredName = text().optional().describe('No effect: the classifier has the name of its key.');
const classification = text().describe('What the classifier calls the data that it recognizes.');

const classifierBlocks = {
  csvClassifier: z
    .strictObject({
      allowSingleColumn: z.boolean().optional().describe('Files may have a single column.'),
      containsHeader: z
        .enum(['UNKNOWN', 'PRESENT', 'ABSENT'])
        .optional()
        .describe('Whether files have a header.'),
      delimiter: text().optional().describe('What separates columns.'),
      disableValueTrimming: z.boolean().optional().describe('Keep spaces around values.'),
      header: z.array(text()).default([]).describe('Names of the columns.'),
      name: ignoredName,
      quoteSymbol: text().optional().describe('What surrounds values.'),
    })
    .optional()
    .describe('For `classifierType: csv`.'),
  grokClassifier: z
    .strictObject({
      classification,
      grokPattern: text().describe('The pattern of a line.'),
      customPatterns: text().optional().describe('Patterns that the pattern uses, one per line.'),
      name: ignoredName,
    })
    .optional()
    .describe('For `classifierType: grok`.'),
  jsonClassifier: z
    .strictObject({ jsonPath: text().describe('The path of the records.'), name: ignoredName })
    .optional()
    .describe('For `classifierType: json`.'),
  xmlClassifier: z
    .strictObject({ classification, rowTag: text().describe('The element of a record.'), name: ignoredName })
    .optional()
    .describe('For `classifierType: xml`.'),
};

/** The blocks of a classifier's configuration; there is one for each type. */
export const classifierBlockNames = Object.keys(classifierBlocks) as (keyof typeof classifierBlocks)[];

const classifier = z
  .strictObject({
    classifierType: z.enum(['csv', 'grok', 'json', 'xml']).describe('What the classifier recognizes.'),
    configuration: z.strictObject(classifierBlocks).describe('The block of the type.'),
  })
  .superRefine(({ classifierType, configuration }, ctx) => {
    const wanted = `${classifierType}Classifier`;
    const given = classifierBlockNames.filter((block) => configuration[block] !== undefined);
    if (given.length === 1 && given[0] === wanted) return;
    const message = `a classifier of the type ${classifierType} needs the block ${wanted}, and no other`;
    problem(ctx, 'TL208', message, `Write \`${wanted}:\`, or another classifierType.`, ['configuration']);
  });

export const connections = configMap(connection)
  .default({})
  .describe('Glue connections by name, published for `project:connections/<name>`.');
export const classifiers = configMap(classifier)
  .default({})
  .describe('Glue classifiers by name, published for `project:classifiers/<name>`.');

export type ConnectionConfig = z.output<typeof connection>;
export type ClassifierConfig = z.output<typeof classifier>;
