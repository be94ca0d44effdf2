/** A statement that lacks the prefix or the tag `Team`, and why. */
export interface Unscoped {
  readonly sid: string;
  readonly reason: string;
}

const lists = 'Lists know no narrower resource; they give names, no contents.';
const unnamed =
  'AWS asks for no name when it is made: bound by the tag alone; unprefixed, nobody can change it.';
const sharedLogs = 'The service names the log groups, for all teams of the account; they have no tags.';
const ownRole = "The team's own role, by its ARN, for these services only.";
const workgroup = "The team's own workgroup, by its name; the tags of an environment are its owner's.";
const folder = 'Objects have no tag Team; bound to the folder of the team.';
const serviceBucket = 'The service gives the bucket its name: one for the account and region.';

/**
 * All statements that are not for what is prefixed **and** tagged, because AWS cannot tell, each with the reason. A test
 * fails for a statement that is missing here, and for one that needs not be here.
 */
export const unscoped: readonly Unscoped[] = [
  { sid: 'BaseReadLogs', reason: 'The document promises to read logs; services name their groups.' },
  {
    sid: 'BaseReadIam',
    reason: 'The document promises to read IAM: roles and policies, not users or their keys.',
  },
  { sid: 'BaseLookAround', reason: 'Descriptions for forms of the console; they know no narrower resource.' },
  { sid: 'BasePassRole', reason: ownRole },
  { sid: 'BucketLocation', reason: 'The default bucket, by its name.' },
  {
    sid: 'BucketBrowse',
    reason: 'The default bucket, by its name: the levels above the folders of the team.',
  },
  { sid: 'BucketList', reason: folder },
  { sid: 'BucketResults', reason: folder },
  { sid: 'BucketProfilingCode', reason: 'The code that profiles data is for all teams, to read.' },
  { sid: 'BucketKey', reason: "The default bucket's key, by its ARN, through S3 only." },
  { sid: 'AthenaWorkgroup', reason: workgroup },
  { sid: 'AthenaSavedQueries', reason: workgroup },
  { sid: 'AthenaDataCatalogs', reason: 'Reads metadata, which Lake Formation decides about.' },
  { sid: 'AthenaLists', reason: lists },
  { sid: 'CloudFormationList', reason: 'Lists, limits and estimates: no stack is asked for.' },
  {
    sid: 'CloudFormationChangeSets',
    reason:
      "A stack under review has no tags before its first change: bound by the prefix, and never for what is tagged as another team's.",
  },
  { sid: 'SecretsList', reason: lists },
  { sid: 'ParametersList', reason: lists },
  { sid: 'QueuesList', reason: lists },
  { sid: 'CatalogRead', reason: 'Lake Formation decides which databases and tables it shows.' },
  {
    sid: 'CatalogRoot',
    reason: 'Glue asks for the catalog besides the database or connection, which are scoped.',
  },
  {
    sid: 'CatalogTables',
    reason:
      'Tables have no tags: bound by the prefix, and by the tag of their database, which Glue asks for besides.',
  },
  { sid: 'CatalogConnectionMake', reason: 'Glue may ask for the catalog alone: bound by the tag.' },
  { sid: 'GlueRead', reason: 'Lists, and settings without secrets: they know no narrower resource.' },
  { sid: 'GlueMakeUnnamed', reason: unnamed },
  { sid: 'GlueAssetsBucket', reason: serviceBucket },
  { sid: 'GlueAssetsList', reason: folder },
  { sid: 'GlueAssets', reason: folder },
  { sid: 'GlueLogs', reason: sharedLogs },
  { sid: 'DataBrewList', reason: lists },
  { sid: 'DataBrewMakeUnnamed', reason: unnamed },
  {
    sid: 'SageMakerList',
    reason: `${lists} Those that know one are not for what is tagged as another team's.`,
  },
  { sid: 'SageMakerSuggest', reason: 'Knows no resource, and shows nothing of a team.' },
  { sid: 'SageMakerSearch', reason: "A search knows no resource: bound to what is tagged as the team's." },
  { sid: 'SageMakerImages', reason: 'Images that AWS offers, from accounts of AWS, to read.' },
  { sid: 'SageMakerImageLogin', reason: 'Knows no resource, and gives no access by itself.' },
  { sid: 'SageMakerLogs', reason: sharedLogs },
  {
    sid: 'StudioOpen',
    reason: 'Profiles lie below the id of their domain and are named after people: bound by the tag.',
  },
  { sid: 'StudioDescribe', reason: 'The domain, its images and scripts are for all teams, to read.' },
  {
    sid: 'StudioOwnSpaces',
    reason: 'Studio makes spaces, without the tag: bound to the profile that owns them.',
  },
  {
    sid: 'StudioAppsOfProfile',
    reason: 'Studio makes apps, without the tag: bound to the profile that runs them.',
  },
  { sid: 'StudioDescribeApps', reason: 'Apps and spaces lie below the id of their domain; to read.' },
  {
    sid: 'StudioTagSpaces',
    reason: "Studio tags what it makes with tags of its own: when it is made, and never as another team's.",
  },
  { sid: 'QuickSightList', reason: lists },
  { sid: 'QuickSightMakeUnnamed', reason: unnamed },
  {
    sid: 'QuickSightIngest',
    reason:
      "An ingestion takes no tags: bound by the prefix of its data set, and never for what is tagged as another team's.",
  },
  { sid: 'CodeCommitList', reason: lists },
  { sid: 'CodePipelineList', reason: lists },
  { sid: 'CodePipelineJobs', reason: 'Whoever runs a job answers by its id, which nobody else knows.' },
  { sid: 'CodePipelineBucket', reason: serviceBucket },
  { sid: 'CodePipelineArtifactsList', reason: 'Bound to keys with the prefix, which artifacts begin with.' },
  { sid: 'CodePipelineArtifacts', reason: 'CodePipeline does not tag artifacts: bound by the prefix.' },
  { sid: 'CodeBuildList', reason: lists },
  { sid: 'LambdaList', reason: lists },
  {
    sid: 'LambdaMappingMake',
    reason: 'A mapping has an id, no name: bound by the tag, and by the prefix of its function.',
  },
  { sid: 'LambdaMappingTag', reason: 'A mapping has an id, no name: bound by the tag.' },
  {
    sid: 'LambdaMappingOwn',
    reason: 'A mapping has an id, no name: bound by the tag, and by the prefix of its function.',
  },
  { sid: 'LambdaLayers', reason: 'Layers have no tags: bound by the prefix.' },
  { sid: 'StatesList', reason: lists },
  { sid: 'StatesTasks', reason: 'Whoever runs a task answers by its token, which nobody else knows.' },
  { sid: 'PipelinesPassRole', reason: ownRole },
  { sid: 'PipelinesLogs', reason: 'Services make log groups without tags: bound by the prefix.' },
  { sid: 'OmicsList', reason: lists },
  {
    sid: 'OmicsWorkflows',
    reason: 'Workflows are for all teams; a run of one is asked for besides, and is scoped.',
  },
  { sid: 'OmicsMake', reason: 'Runs have ids, no names: bound by the tag.' },
  { sid: 'OmicsOwn', reason: 'Runs have ids, no names: bound by the tag.' },
  { sid: 'OmicsPassRole', reason: ownRole },
  { sid: 'OmicsLogs', reason: sharedLogs },
];
