import { randomBytes } from 'node:crypto';
import type { Place } from '../../proxy/moto-client';
import type { Json } from '../../proxy/request';
import type { Definition } from './store';

/** A Studio domain. */
export const domain: Definition = {
  kind: 'Domain',
  keys: ['DomainId'],
  listedAs: 'Domains',
  path: (body) => `domain/${body['DomainId']}`,
  born: (_body, place) => {
    const id = shortId();
    return {
      DomainId: `d-${id}`,
      HomeEfsFileSystemId: `fs-${randomBytes(8).toString('hex')}0`,
      Url: `https://d-${id}.studio.${place.region}.sagemaker.aws`,
      Status: 'InService',
    };
  },
  answer: (body) => ({ DomainArn: body['DomainArn'], DomainId: body['DomainId'], Url: body['Url'] }),
  updated: (body, { DomainSettingsForUpdate, ...change }) => ({
    ...body,
    ...change,
    ...(DomainSettingsForUpdate
      ? { DomainSettings: { ...(body['DomainSettings'] as Json), ...(DomainSettingsForUpdate as Json) } }
      : {}),
  }),
};

/** A user of a domain. */
export const userProfile: Definition = {
  kind: 'UserProfile',
  keys: ['DomainId', 'UserProfileName'],
  listedAs: 'UserProfiles',
  path: (body) => `user-profile/${body['DomainId']}/${body['UserProfileName']}`,
  born: () => ({ HomeEfsFileSystemUid: '200005', Status: 'InService' }),
  answer: (body) => ({ UserProfileArn: body['UserProfileArn'] }),
};

/** A space of a domain. */
export const space: Definition = {
  kind: 'Space',
  keys: ['DomainId', 'SpaceName'],
  listedAs: 'Spaces',
  path: (body) => `space/${body['DomainId']}/${body['SpaceName']}`,
  born: (body, place) => ({
    HomeEfsFileSystemUid: '200006',
    Url: `https://${body['DomainId']}.studio.${place.region}.sagemaker.aws/space`,
    Status: 'InService',
  }),
  answer: (body) => ({ SpaceArn: body['SpaceArn'] }),
};

/** A running application of a user or a space. */
export const app: Definition = {
  kind: 'App',
  keys: ['DomainId', 'UserProfileName', 'SpaceName', 'AppType', 'AppName'],
  listedAs: 'Apps',
  path: (body) => {
    const owner = body['UserProfileName'] ?? body['SpaceName'];
    return `app/${body['DomainId']}/${owner}/${String(body['AppType']).toLowerCase()}/${body['AppName']}`;
  },
  born: () => ({ Status: 'InService' }),
  answer: (body) => ({ AppArn: body['AppArn'] }),
};

/** A script that runs when an application starts. */
export const lifecycleConfig: Definition = {
  kind: 'StudioLifecycleConfig',
  keys: ['StudioLifecycleConfigName'],
  listedAs: 'StudioLifecycleConfigs',
  path: (body) => `studio-lifecycle-config/${body['StudioLifecycleConfigName']}`,
  born: () => ({}),
  answer: (body) => ({ StudioLifecycleConfigArn: body['StudioLifecycleConfigArn'] }),
};

/** An MLflow tracking server. */
export const trackingServer: Definition = {
  kind: 'MlflowTrackingServer',
  keys: ['TrackingServerName'],
  listedAs: 'TrackingServerSummaries',
  path: (body) => `mlflow-tracking-server/${body['TrackingServerName']}`,
  born: (body: Json, place: Place) => ({
    TrackingServerSize: body['TrackingServerSize'] ?? 'Small',
    MlflowVersion: body['MlflowVersion'] ?? '2.16.2',
    AutomaticModelRegistration: body['AutomaticModelRegistration'] ?? false,
    WeeklyMaintenanceWindowStart: body['WeeklyMaintenanceWindowStart'] ?? 'Tue:03:30',
    TrackingServerUrl: `https://t-${shortId()}.${place.region}.experiments.sagemaker.aws`,
    TrackingServerStatus: 'Created',
    IsActive: 'Active',
  }),
  answer: (body) => ({ TrackingServerArn: body['TrackingServerArn'] }),
};

/** A notebook instance. */
export const notebook: Definition = {
  kind: 'NotebookInstance',
  keys: ['NotebookInstanceName'],
  listedAs: 'NotebookInstances',
  path: (body) => `notebook-instance/${String(body['NotebookInstanceName']).toLowerCase()}`,
  born: (body, place) => ({
    VolumeSizeInGB: body['VolumeSizeInGB'] ?? 5,
    DirectInternetAccess: body['DirectInternetAccess'] ?? 'Enabled',
    RootAccess: body['RootAccess'] ?? 'Enabled',
    PlatformIdentifier: body['PlatformIdentifier'] ?? 'notebook-al2-v2',
    InstanceMetadataServiceConfiguration: body['InstanceMetadataServiceConfiguration'] ?? {
      MinimumInstanceMetadataServiceVersion: '1',
    },
    SecurityGroups: body['SecurityGroupIds'],
    NotebookInstanceLifecycleConfigName: body['LifecycleConfigName'],
    ...(body['SubnetId'] ? { NetworkInterfaceId: `eni-${randomBytes(8).toString('hex')}0` } : {}),
    Url: `${String(body['NotebookInstanceName'])}.notebook.${place.region}.sagemaker.aws`,
    NotebookInstanceStatus: 'InService',
  }),
  answer: (body) => ({ NotebookInstanceArn: body['NotebookInstanceArn'] }),
  missing: { code: 'ValidationException', message: 'RecordNotFound' },
};

function shortId(): string {
  return randomBytes(6).toString('hex');
}
