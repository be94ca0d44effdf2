import type { ContextValues } from '../../../../aws/iam/evaluate/context';
import { policyDocument } from '../../../../aws/iam/write';
import { basicExecution } from '../../../../core/aws/studio/basic-execution';
import { ask } from '../../../support/decide';

const account = '111111111111';
const arn = (name: string) => `arn:aws:sagemaker:eu-west-1:${account}:${name}`;
const key = 'arn:aws:kms:eu-west-1:111111111111:key/1';

const document = policyDocument(
  basicExecution({ partition: 'aws', region: 'eu-west-1', account }, { domainId: 'd-1', keyArn: key }),
);

/** What AWS would answer to an app of the profile `me` in the domain `d-1`. */
function answer(action: string, resource: string, context: ContextValues): string {
  const profile = { 'sagemaker:DomainId': 'd-1', 'sagemaker:UserProfileName': 'me' };
  return ask(
    { action: `sagemaker:${action}`, resource: arn(resource), context: { ...profile, ...context } },
    { identity: [document] },
  );
}

const owned = (owner: string, sharing = 'Private', domain = 'd-1') => ({
  'sagemaker:OwnerUserProfileArn': arn(`user-profile/${domain}/${owner}`),
  'sagemaker:SpaceSharingType': sharing,
});
const withoutOwner = { 'sagemaker:SpaceSharingType': 'Shared' };
const classic = {};

const app = 'app/d-1/space/JupyterLab/default';
const space = 'space/d-1/space';
const spaces = ['CreateSpace', 'UpdateSpace', 'DeleteSpace'];
const apps = ['CreateApp', 'DeleteApp'];

test.each<[string, readonly string[], string, ContextValues, string]>([
  ['the own space', spaces, space, owned('me'), 'allowed'],
  ['the own shared space', spaces, space, owned('me', 'Shared'), 'allowed'],
  ["another's space", spaces, space, owned('other'), 'implicitly denied'],
  ["another's shared space", spaces, space, owned('other', 'Shared'), 'implicitly denied'],
  ['a space of nobody', spaces, space, withoutOwner, 'allowed'],
  [
    'a space of another domain',
    spaces,
    'space/d-2/space',
    owned('me', 'Private', 'd-2'),
    'implicitly denied',
  ],
  ['an app in the own space', apps, app, owned('me'), 'allowed'],
  ['an app in the own shared space', apps, app, owned('me', 'Shared'), 'allowed'],
  ["an app in another's space", apps, app, owned('other'), 'implicitly denied'],
  ["an app in another's shared space", apps, app, owned('other', 'Shared'), 'allowed'],
  ['an app in a space of nobody', apps, app, withoutOwner, 'allowed'],
  [
    'an app of another domain',
    apps,
    'app/d-2/s/JupyterLab/a',
    owned('me', 'Shared', 'd-2'),
    'implicitly denied',
  ],
  ['an app of the own profile', apps, 'app/d-1/me/JupyterServer/default', classic, 'allowed'],
  ["an app of another's profile", apps, 'app/d-1/other/JupyterServer/default', classic, 'implicitly denied'],
  ['looking at any app', ['DescribeApp'], app, owned('other'), 'allowed'],
  ['looking at an app of another domain', ['DescribeApp'], 'app/d-2/s/JupyterLab/a', {}, 'implicitly denied'],
])('%s: %j', (_name, actions, resource, context, expected) => {
  for (const action of actions)
    expect([action, answer(action, resource, context)]).toEqual([action, expected]);
});

test('a session in a shared space, which belongs to no profile, drives what is shared', () => {
  const nobody = { 'sagemaker:UserProfileName': [] };
  expect(answer('DeleteApp', app, { ...owned('other', 'Shared'), ...nobody })).toBe('allowed');
  expect(answer('DeleteApp', app, { ...owned('other'), ...nobody })).toBe('implicitly denied');
});
