import * as z from 'zod';
import { crawlerSettings } from '../../core/aws/crawler-config';
import { securityGroupRules } from '../../core/aws/security-group-config';
import { configMap, json, roleReference, text } from '../../core/module/fields';
import { classifiers, connections } from './config-glue';
import { databaseLakeFormation, lfTag } from './config-grants';

const database = z.strictObject({
  description: text().describe('What the database is for.'),
  verbatimName: z
    .boolean()
    .default(false)
    .describe(
      'The database is named as its key, without the prefix of organization, environment and domain.',
    ),
  icebergCompliantName: z.boolean().default(false).describe('Dashes of the name become underscores.'),
  locationBucketName: text()
    .optional()
    .describe('The bucket of the data. Default: the bucket of the project.'),
  locationPrefix: text().optional().describe('The folder of the data. Default: the whole bucket.'),
  lakeFormation: databaseLakeFormation
    .prefault({})
    .describe('Grants, tags and resource links of the database.'),
  createDatazoneDatasource: z.boolean().default(false).describe('Left out: an error if true.'),
  createSagemakerDatasource: z.boolean().default(false).describe('Left out: an error if true.'),
  crawler: z
    .strictObject({
      role: roleReference().describe('The role that the crawler runs as.'),
      ...crawlerSettings,
    })
    .optional()
    .describe('A crawler over the location of the database.'),
});

const securityGroup = z.strictObject({
  vpcId: text().describe('The VPC.'),
  securityGroupEgressRules: securityGroupRules()
    .optional()
    .describe('Where members may connect to, besides each other. Default: everywhere.'),
});

/** Configuration of the module `dataops-project`. */
export const dataopsProjectConfig = z.strictObject({
  dataAdminRoles: z
    .array(roleReference())
    .describe('Roles that administer the key, own everything in the bucket and query in the workgroup.'),
  dataEngineerRoles: z
    .array(roleReference())
    .default([])
    .describe('Roles that read the bucket, write below `/data` and query in the workgroup.'),
  projectExecutionRoles: z
    .array(roleReference())
    .default([])
    .describe('Roles that jobs and crawlers run as: they write below `/data` and `/temp`.'),
  s3OutputKmsKeyArn: text()
    .optional()
    .describe('The key that jobs encrypt their output with. Default: the key of the project.'),
  glueCatalogKmsKeyArn: text()
    .optional()
    .describe(
      'The key of the Data Catalog, which execution roles decrypt with. Default: what glue-catalog publishes.',
    ),
  failureNotifications: z
    .strictObject({ email: z.array(text()).default([]).describe('Addresses, each of which must confirm.') })
    .prefault({})
    .describe('Who is told about failed runs.'),
  securityGroupConfigs: configMap(securityGroup)
    .default({})
    .describe('Security groups by name, whose members reach each other.'),
  connections,
  classifiers,
  databases: configMap(database)
    .default({})
    .describe('Glue databases by name, published for `project:databaseName/<name>`.'),
  lakeFormation: z
    .strictObject({
      lfTags: z.array(lfTag('The values that the tag may have.')).default([]).describe('LF-tags to be made.'),
    })
    .prefault({})
    .describe('Lake Formation beyond single databases.'),
  datazone: json().optional().describe('Left out: an error.'),
  sagemaker: json().optional().describe('Left out: an error.'),
});

export type DataopsProjectConfig = z.output<typeof dataopsProjectConfig>;
export type DatabaseConfig = z.output<typeof database>;
