import fc from 'fast-check';
import { createNames } from '../../../core/naming/create-names';
import { shorten } from '../../../core/naming/hash';
import type { Naming, PathScope } from '../../../core/naming/names';

const words = {
  organization: 'test-org',
  environment: 'test-env',
  domain: 'test-domain',
  module: 'test-module',
};
const of = (module: string) => createNames({ ...words, module });

describe('physical names', () => {
  // The vectors of MDAA's own tests and baselines.
  test.each([
    ['test-module', 'x'.repeat(100), 20, 'test-org-te-5a4488cb'],
    [
      'test-roles-main',
      'my-data-scientist',
      64,
      'test-org-test-env-test-domain-test-roles-main-my-data-scientist',
    ],
    [
      'test-roles-main',
      'role-with-existing-policies',
      64,
      'test-org-test-env-test-domain-test-roles-main-role-with-4bfa65f4',
    ],
    [
      'test-roles-main',
      'application_data_role1',
      64,
      'test-org-test-env-test-domain-test-roles-main-applicat--19d293fd',
    ],
    [
      'test-roles-main',
      'multiple_service_role',
      64,
      'test-org-test-env-test-domain-test-roles-main-multiple_s-9f22bc1',
    ],
    [
      'test-roles-main',
      'data-admin-base-policy',
      64,
      'test-org-test-env-test-domain-test-roles-main-data-adm--4aed1125',
    ],
    [
      'test-datalake-main',
      'folder-provider-role',
      64,
      'test-org-test-env-test-domain-test-datalake-main-folder-137b0769',
    ],
  ])('%s %s', (module, suffix, max, expected) => {
    expect(of(module).resource(suffix, max)).toBe(expected);
  });

  test('without a suffix, and with one, which alone is lower-cased', () => {
    expect(of('Main').resource()).toBe('test-org-test-env-test-domain-Main');
    expect(of('Main').resource('DataAdmin')).toBe('test-org-test-env-test-domain-Main-dataadmin');
  });

  test('a name exactly at the limit is cut', () => {
    const name = of('m').resource('s');
    expect(of('m').resource('s', name.length)).not.toBe(name);
    expect(of('m').resource('s', name.length + 1)).toBe(name);
  });

  test('never longer than asked for', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 20, max: 64 }),
        (name, max) => shorten(name, max).length <= max,
      ),
    );
  });
});

describe('paths', () => {
  test.each<[PathScope, string]>([
    ['module', '/test-org/test-domain/test-module/test-path'],
    ['domain', '/test-org/test-domain/test-path'],
    ['organization', '/test-org/test-path'],
    ['environment', '/test-org/test-domain/test-env/test-path'],
  ])('%s', (scope, expected) => {
    expect(createNames(words).path('test-path', { scope })).toBe(expected);
  });

  test('are lower-cased unless told otherwise', () => {
    const names = createNames(words);
    expect(names.path('generated-role/My-Role/id', { scope: 'domain' })).toBe(
      '/test-org/test-domain/generated-role/my-role/id',
    );
    expect(names.path('databaseName/Db', { preserveCase: true })).toBe(
      '/test-org/test-domain/test-module/databaseName/Db',
    );
  });
});

test('a part is named like a module of its own', () => {
  const part = createNames(words).withSuffix('minilake');
  expect(part.module).toBe('test-module-minilake');
  expect(part.resource('projects', 63)).toBe('test-org-test-env-test-domain-test-module-minilake-projects');
  expect(part.path('kms/arn')).toBe('/test-org/test-domain/test-module-minilake/kms/arn');
});

test('a custom naming names everything, parts included', () => {
  class Reversed implements Naming {
    constructor(private readonly module: string) {}
    resourceName = (suffix = 'none', max = 0) => `${suffix}_${this.module}_${max}`;
    ssmPath = (path: string, scope: PathScope) => `/${scope}/${path}/${this.module}`;
  }
  const names = createNames(words, ({ module }) => new Reversed(module));
  expect(names.resource('A', 7)).toBe('A_test-module_7');
  expect(names.path('P')).toBe('/module/p/test-module');
  expect(names.withSuffix('x').resource()).toBe('none_test-module-x_0');
});
