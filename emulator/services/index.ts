import type { Gap, GapContext } from '../proxy/gap';
import { DataCellsFilters } from './lakeformation/filter-store';
import { GrantStore } from './lakeformation/grant-store';
import { StudioStore } from './sagemaker/store';
import { athenaDataCatalogs } from './athena/data-catalogs';
import { athenaTags } from './athena/tags';
import { athenaWorkgroupUpdates } from './athena/workgroups';
import { athenaWorkgroups } from './athena/workgroups-missing';
import { cloudtrailArn } from './cloudtrail';
import { cloudtrailDescribe } from './cloudtrail/describe';
import { ec2NatInterfaces } from './ec2/nat-interfaces';
import { ec2RuleDescriptions } from './ec2/security-group-rules';
import { ec2RulePorts } from './ec2/rule-ports';
import { glueClassifiers } from './glue/classifiers';
import { glueConnections } from './glue/connections';
import { glueCrawlers } from './glue/crawlers';
import { glueJobs } from './glue/jobs';
import { glueResourcePolicy } from './glue/resource-policy';
import { iamPolicyVersions } from './iam/policy-versions';
import { iamSamlTags } from './iam/saml-tags';
import { iamUpdateRole } from './iam/update-role';
import { lakeFormationFilters } from './lakeformation/filters';
import { lakeFormationGrants } from './lakeformation/grants';
import { lakeFormationResourceTags } from './lakeformation/resource-tags';
import { lakeFormationResources } from './lakeformation/locations';
import { lakeFormationSettings } from './lakeformation/settings';
import { quickSightSubscription } from './quicksight';
import { ramAssociations } from './ram/associations';
import { ramForeignShares } from './ram/shares';
import { ramInvitations } from './ram/invitations';
import { ramTags } from './ram/tags';
import { s3AccessPoints } from './s3/access-points';
import { s3BucketPolicy } from './s3/documents';
import { s3Inventory } from './s3/s3-inventory';
import { s3Lifecycle } from './s3/s3-lifecycle';
import { s3Logging } from './s3/s3-logging';
import { s3Notification } from './s3/s3-notification';
import { sagemakerApp } from './sagemaker/app';
import { sagemakerDomain } from './sagemaker/studio';
import { sagemakerLifecycleConfig } from './sagemaker/lifecycle-config';
import { sagemakerMlflow } from './sagemaker/mlflow';
import { sagemakerNotebook } from './sagemaker/notebook';
import { sagemakerSpace } from './sagemaker/space';
import { sagemakerTags } from './sagemaker/tags';
import { sagemakerUserProfile } from './sagemaker/user-profile';
import { sqsRedrive } from './sqs';
import { stsAssumeRole } from './sts/assume-role';
import { stsDuration } from './sts/duration';

/** Every gap that is closed, for one sandbox: some of them keep what moto cannot. */
export function allGaps(context: GapContext): Gap[] {
  const studio = new StudioStore();
  const filters = new DataCellsFilters();
  const grants = new GrantStore();
  return [
    athenaDataCatalogs(context),
    athenaTags,
    athenaWorkgroupUpdates(context),
    athenaWorkgroups,
    cloudtrailArn,
    cloudtrailDescribe,
    ec2NatInterfaces(context),
    ec2RuleDescriptions(),
    ec2RulePorts,
    glueClassifiers(context),
    glueConnections(context),
    glueCrawlers(context),
    glueJobs(context),
    glueResourcePolicy,
    iamPolicyVersions,
    iamSamlTags(),
    iamUpdateRole(context),
    lakeFormationFilters(context, filters),
    lakeFormationGrants(context, filters, grants),
    lakeFormationResourceTags,
    lakeFormationResources(context),
    lakeFormationSettings(context),
    quickSightSubscription(context),
    ramAssociations(context),
    ramForeignShares(context, grants),
    ramInvitations,
    ramTags(),
    s3AccessPoints(context),
    s3BucketPolicy(context),
    s3Inventory(context),
    s3Lifecycle(context),
    s3Logging(context),
    s3Notification(context),
    sagemakerApp(context, studio),
    sagemakerDomain(context, studio),
    sagemakerLifecycleConfig(context, studio),
    sagemakerMlflow(context, studio),
    sagemakerNotebook(context, studio),
    sagemakerSpace(context, studio),
    sagemakerTags(studio),
    sagemakerUserProfile(context, studio),
    sqsRedrive(context),
    stsAssumeRole(context),
    stsDuration(context),
  ];
}
