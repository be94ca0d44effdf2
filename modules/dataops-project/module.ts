import { LakeformationResource } from '../../core/provider/aws';
import type { ModuleScope } from '../../core/module/scope';
import { classifiers } from './classifiers';
import type { DataopsProjectConfig } from './config';
import { connections, securityGroups } from './connections';
import { grantOnDatabase, grantOnLocation } from './database-grants';
import { database, databaseCrawler, type Foundation } from './databases';
import { catalogKeyAccess, securityConfiguration } from './glue';
import { resourceLinks } from './links';
import { registeredFolder } from './location';
import { failureTopic } from './notifications';
import { people } from './people';
import { projectBucket, projectKey } from './storage';
import { lfTags, tagBasedGrants, tagDatabase } from './tags';
import { projectWorkgroup } from './workgroup';

/** A project: what its people share, and its databases. */
export function build(scope: ModuleScope, config: DataopsProjectConfig): void {
  const who = people(scope, config);
  const key = projectKey(scope, who);
  const bucket = projectBucket(scope, config, key, who);
  projectWorkgroup(scope, bucket, key, who);
  catalogKeyAccess(scope, config, who);
  const registered = scope.add(
    LakeformationResource,
    'data',
    { arn: `${bucket.arn}/${registeredFolder}`, roleArn: who.lakeFormation.arn },
    { after: ['lake formation settings'] },
  );
  classifiers(scope, config);
  connections(scope, config, securityGroups(scope, config));
  buildDatabases(scope, config, {
    bucketName: bucket.name,
    registeredArn: registered.arn,
    securityConfiguration: securityConfiguration(scope, config, key),
    topicArn: failureTopic(scope, config, key),
  });
}

function buildDatabases(scope: ModuleScope, config: DataopsProjectConfig, foundation: Foundation): void {
  const vocabulary = lfTags(scope, config);
  for (const [key, settings] of Object.entries(config.databases)) {
    const name = database(scope, key, settings, foundation);
    tagDatabase(scope, key, settings, name, vocabulary);
    grantOnLocation(scope, key, settings, config, foundation);
    grantOnDatabase(scope, key, settings, config, name);
    resourceLinks(scope, key, settings, name);
    databaseCrawler(scope, key, settings, name, foundation);
  }
  tagBasedGrants(scope, config, vocabulary);
}
