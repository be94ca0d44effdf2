import type { Gap, GapContext } from '../gap';
import { StudioStore } from '../sagemaker/store';
import { athenaDataCatalogs } from './athena-data-catalogs';
import { athenaTags } from './athena-tags';
import { athenaWorkgroups } from './athena-workgroups';
import { cloudtrailArn } from './cloudtrail-arn';
import { ec2RuleDescriptions } from './ec2-rule-descriptions';
import { glueClassifiers } from './glue-classifiers';
import { glueConnections } from './glue-connections';
import { glueResourcePolicy } from './glue-resource-policy';
import { iamPolicyVersions } from './iam-policy-versions';
import { iamSamlTags } from './iam-saml-tags';
import { lakeFormationGrants } from './lakeformation-grants';
import { lakeFormationResourceTags } from './lakeformation-resource-tags';
import { lakeFormationResources } from './lakeformation-resources';
import { lakeFormationSettings } from './lakeformation-settings';
import { ramAssociations } from './ram-associations';
import { ramTags } from './ram-tags';
import { s3BucketPolicy } from './s3-bucket-policy';
import { s3Inventory } from './s3-inventory';
import { s3Lifecycle } from './s3-lifecycle';
import { s3Notification } from './s3-notification';
import { sagemakerApp } from './sagemaker-app';
import { sagemakerDomain } from './sagemaker-domain';
import { sagemakerLifecycleConfig } from './sagemaker-lifecycle-config';
import { sagemakerMlflow } from './sagemaker-mlflow';
import { sagemakerSpace } from './sagemaker-space';
import { sagemakerTags } from './sagemaker-tags';
import { sagemakerUserProfile } from './sagemaker-user-profile';
import { stsAssumeRole } from './sts-assume-role';

/** Every gap that is closed, for one sandbox: some of them keep what moto cannot. */
export function allGaps(context: GapContext): Gap[] {
  const studio = new StudioStore();
  return [
    athenaDataCatalogs(context),
    athenaTags,
    athenaWorkgroups,
    cloudtrailArn,
    ec2RuleDescriptions(),
    glueClassifiers(context),
    glueConnections(context),
    glueResourcePolicy,
    iamPolicyVersions,
    iamSamlTags(),
    lakeFormationGrants(context),
    lakeFormationResourceTags,
    lakeFormationResources(context),
    lakeFormationSettings(context),
    ramAssociations(context),
    ramTags(),
    s3BucketPolicy(context),
    s3Inventory(context),
    s3Lifecycle(context),
    s3Notification(context),
    sagemakerApp(context, studio),
    sagemakerDomain(context, studio),
    sagemakerLifecycleConfig(context, studio),
    sagemakerMlflow(context, studio),
    sagemakerSpace(context, studio),
    sagemakerTags(studio),
    sagemakerUserProfile(context, studio),
    stsAssumeRole(context),
  ];
}
