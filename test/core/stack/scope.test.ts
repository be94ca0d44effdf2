import { IamRole } from '../../../core/provider/aws';
import type { ModuleScope } from '../../../core/module/scope';
import { Text } from '../../../core/platform/text';
import { resourceOf } from '../../../core/provider/resource-type';
import type { StackJson } from '../../support/synth';
import { built, builtStack } from '../aws/build';

const guest = (scope: ModuleScope, key = 'guest') =>
  scope.add(IamRole, ['role', key], { name: scope.name(key, 64), assumeRolePolicy: '{}' });

async function parameters(build: (scope: ModuleScope) => void): Promise<Record<string, string>> {
  const made = Object.values((await built(build)).aws_ssm_parameter ?? {});
  return Object.fromEntries(made.map(({ name, value }) => [name as string, value as string]));
}

test('an address is taken once', async () => {
  const twice = built((scope) => {
    guest(scope);
    guest(scope);
  });
  await expect(twice).rejects.toMatchObject({ diagnostics: [{ code: 'TL503' }] });
});

test('a reference to what the stack does not have is refused', async () => {
  const dangling = built((scope) => {
    scope.add(IamRole, 'guest', { name: '${aws_s3_bucket.elsewhere.bucket}', assumeRolePolicy: '{}' });
  });
  await expect(dangling).rejects.toMatchObject({ diagnostics: [{ code: 'TL402' }] });
});

test('the provider of a type is required at its version, whether the module brings it or not', async () => {
  const random = { name: 'random', source: 'hashicorp/random', version: '3.6.0' };
  const json = (await builtStack((scope) => {
    scope.add(resourceOf(random)('random_pet'), 'pet', {});
  })) as StackJson;
  expect(json.terraform?.required_providers.random).toEqual({ source: 'hashicorp/random', version: '3.6.0' });
});

test('keys that differ never share an address', async () => {
  const keys = ['a__b', 'a_b', 'a-b', 'a.b', 'A-b'];
  const json = await built((scope) => keys.forEach((key) => guest(scope, key)));
  expect(Object.keys(json.aws_iam_role ?? {})).toHaveLength(keys.length);
});

test('no provider for another account', async () => {
  const elsewhere = built((scope) => {
    scope.provider({ account: '222222222222' });
  });
  await expect(elsewhere).rejects.toMatchObject({ diagnostics: [{ code: 'TL410' }] });
});

test('a parameter stands below the module, below something wider, or where it is told', async () => {
  const made = await parameters((scope) => {
    scope.publish('Bucket/Raw', 'a');
    scope.publish('Bucket/Raw', 'b', { preserveCase: true });
    scope.publish('shared', 'c', { scope: 'domain' });
    scope.publish('shared', 'd', { scope: 'environment' });
    scope.publish('shared', 'e', { scope: 'organization' });
    scope.publish('/catalog/key', 'f', { absolute: true });
    scope.publish('shared', 'g', { names: scope.names.withSuffix('part') });
  });
  expect(made).toEqual({
    '/org/lake/m/bucket/raw': 'a',
    '/org/lake/m/Bucket/Raw': 'b',
    '/org/lake/shared': 'c',
    '/org/lake/dev/shared': 'd',
    '/org/shared': 'e',
    '/catalog/key': 'f',
    '/org/lake/m-part/shared': 'g',
  });
});

test('a role is published by ARN and id, and by name where that is wanted', async () => {
  const made = await parameters((scope) => {
    scope.publishRole('role/guest', guest(scope));
    scope.publishRole('generated-role/guest', guest(scope, 'other'), { scope: 'domain', withName: false });
  });
  expect(Object.keys(made).sort()).toEqual([
    '/org/lake/generated-role/guest/arn',
    '/org/lake/generated-role/guest/id',
    '/org/lake/m/role/guest/arn',
    '/org/lake/m/role/guest/id',
    '/org/lake/m/role/guest/name',
  ]);
});

test('an ARN in the YAML and a reference by that ARN are one role', async () => {
  await built((scope) => {
    const arn = Text.of('arn:aws:iam::111111111111:role/visitor');
    expect(scope.roleOfArn(arn)).toBe(scope.role({ arn, immutable: false, sso: false }));
  });
});
