import { featureOf, type Feature } from '../../../../../modules/environment/features';
import { allPermissions, type Permission } from '../../../../../modules/environment/permissions';
import { allOff, allOn, sids } from './team';

const always = [
  ...['Make', 'Own'],
  ...['BaseReadLogs', 'BaseReadIam', 'BaseLookAround', 'BasePassRole', 'BaseTeamTagSpelling'],
  ...['BucketLocation', 'BucketBrowse', 'BucketList', 'BucketResults', 'BucketProfilingCode', 'BucketKey'],
  ...['AthenaWorkgroup', 'AthenaDataCatalogs', 'AthenaLists', 'AthenaSavedQueries'],
  ...['CloudFormationList', 'CloudFormationUpdate', 'CloudFormationChangeSets'],
  ...['SecretsList', 'ParametersList', 'QueuesList'],
  ...['CatalogRead', 'CatalogRoot', 'CatalogTables', 'CatalogConnectionMake'],
  ...['GlueRead', 'GlueMakeUnnamed', 'GlueAssetsBucket', 'GlueAssetsList', 'GlueAssets', 'GlueLogs'],
];

const sagemaker = [
  ...['SageMakerList', 'SageMakerSuggest', 'SageMakerSearch', 'SageMakerMake', 'SageMakerTagNew'],
  ...['SageMakerTagOwn', 'SageMakerOwn', 'SageMakerImages', 'SageMakerImageLogin', 'SageMakerLogs'],
];

const added: Record<Permission, readonly string[]> = {
  INVITE_ENVIRONMENT_GROUP: [],
  ADD_ENVIRONMENT_CONSUMPTION_ROLES: [],
  CREATE_NETWORK: [],
  CREATE_DATASET: ['DataBrewList', 'DataBrewMakeUnnamed', 'DataBrewTag', 'DataBrewOwn'],
  CREATE_SHARE_OBJECT: [],
  CREATE_NOTEBOOK: [...sagemaker, 'NotebookMake', 'NotebookOwn'],
  CREATE_SGMSTUDIO_USER: [
    ...sagemaker,
    ...['StudioOpen', 'StudioDescribe', 'StudioOwnSpaces', 'StudioAppsOfProfile', 'StudioDescribeApps'],
    ...['StudioTagSpaces'],
  ],
  CREATE_DASHBOARD: [
    ...['QuickSightList', 'QuickSightMakeUnnamed', 'QuickSightMake', 'QuickSightIngest', 'QuickSightOwn'],
  ],
  CREATE_PIPELINE: [
    ...['PipelinesMake', 'PipelinesOwn', 'PipelinesPassRole', 'PipelinesLogs'],
    ...['CodeCommitList', 'CodePipelineList', 'CodePipelineJobs', 'CodePipelineBucket'],
    ...['CodePipelineArtifactsList', 'CodePipelineArtifacts', 'CodeBuildList', 'CodeBuildUpdate'],
    ...['LambdaList', 'LambdaMappingMake', 'LambdaMappingTag', 'LambdaMappingOwn', 'LambdaLayers'],
    ...['StatesList', 'StatesTasks'],
  ],
  CREATE_OMICS_RUN: [
    ...['OmicsList', 'OmicsWorkflows', 'OmicsMake', 'OmicsOwn', 'OmicsPassRole', 'OmicsLogs'],
  ],
  RUN_ATHENA_QUERY: [],
  IMPORT_REDSHIFT_DATASET: [],
  CREATE_REDSHIFT_CONNECTION: [],
};

const sorted = (values: readonly string[]) => [...values].sort();
const features = Object.keys(allOn) as readonly Feature[];

/** Every permission by itself, with each feature on and off. */
const cases = allPermissions.flatMap((permission) =>
  features.flatMap((feature) =>
    [true, false].map((on) => ({
      permission,
      feature,
      on,
      // The feature that a permission needs is off if it is this one; the others are on.
      expected: !on && featureOf[permission] === feature ? [] : added[permission],
    })),
  ),
);

describe('statements of a team', () => {
  test.each(cases)('$permission with $feature $on', ({ permission, feature, on, expected }) => {
    const found = sids({ permissions: new Set([permission]), features: { ...allOn, [feature]: on } });
    expect(sorted(found)).toEqual(sorted([...always, ...expected]));
  });

  test.each(allPermissions)('%s with its feature alone', (permission) => {
    const feature = featureOf[permission];
    const found = sids({
      permissions: new Set([permission]),
      features: { ...allOff, ...(feature && { [feature]: true }) },
    });
    expect(sorted(found)).toEqual(sorted([...always, ...added[permission]]));
  });

  test('a feature without its permission adds nothing', () => {
    expect(sorted(sids({ permissions: new Set() }))).toEqual(sorted(always));
  });

  test('all permissions together make each statement once', () => {
    const all = new Set([...always, ...Object.values(added).flat()]);
    expect(sorted(sids())).toEqual(sorted([...all]));
  });

  test('without a key of the bucket there is nothing to use', () => {
    expect(sids({ bucketKeyArn: undefined })).not.toContain('BucketKey');
  });
});
