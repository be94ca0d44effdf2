import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { synthModule } from '../../support/synth';
import { aging, lake, role } from './lake';

/** Code and line of every finding in the module's file. */
async function findings(config: unknown): Promise<readonly (readonly [string, string])[]> {
  const { stringify } = await import('yaml');
  const lines = stringify(config).split('\n');
  const diagnostics = await synthModule('datalake', config).then(
    (result) => result.diagnostics,
    (error: { diagnostics: readonly Diagnostic[] }) => error.diagnostics,
  );
  return diagnostics
    .filter(({ place }) => place?.file === 'test-module.yaml')
    .map(({ code, place }) => [code, lines[(place?.line ?? 0) - 1]?.trim() ?? '']);
}

const policies = (rule: Record<string, unknown>) =>
  lake({}, { accessPolicies: { root: { rule }, data: { rule: { prefix: 'data/' } } } });

test.each(['ReadRoles', 'ReadWriteRoles', 'ReadWriteSuperRoles'])(
  'an unknown logical role in %s',
  async (level) => {
    expect(await findings(policies({ prefix: '/', [level]: ['admins', 'constructor'] }))).toEqual([
      ['TL308', '- constructor'],
    ]);
  },
);

test.each([true, false])('folders that are never made, said with %s', async (createFolderSkeleton) => {
  expect(await findings(lake({ createFolderSkeleton }))).toEqual([
    ['TL602', `createFolderSkeleton: ${String(createFolderSkeleton)}`],
  ]);
});

test('an unknown access policy', async () => {
  expect(await findings(lake({ accessPolicies: ['root', 'dta'] }))).toEqual([['TL308', '- dta']]);
});

test('an unknown name comes with the nearest known one', async () => {
  await expect(synthModule('datalake', lake({ accessPolicies: ['dta'] }))).rejects.toMatchObject({
    diagnostics: [{ help: expect.stringContaining('"data"') as string }],
  });
});

test('an unknown lifecycle configuration', async () => {
  expect(await findings(lake({ lifecycleConfiguration: 'archive' }))).toEqual([
    ['TL308', 'lifecycleConfiguration: archive'],
  ]);
});

test('two locations on one path, however it is written', async () => {
  const lakeFormationLocations = {
    one: { prefix: 'data' },
    two: { prefix: '/data/' },
    three: { prefix: '/' },
  };
  expect((await findings(lake({ lakeFormationLocations }))).map(([code]) => code)).toEqual(['TL502']);
});

test('a destination of inventories without its bucket', async () => {
  const daily = (more: object) => lake({ inventories: { daily: { prefix: '/', ...more } } });
  expect(await findings(daily({ destinationPrefix: 'lists/' }))).toEqual([
    ['TL208', 'destinationPrefix: lists/'],
  ]);
  expect(await findings(daily({ destinationAccount: '222222222222' }))).toEqual([
    ['TL208', 'destinationAccount: "222222222222"'],
  ]);
});

test.each([{}, { ExpirationDays: 0 }, { NoncurrentVersionsToRetain: 3 }])(
  'a lifecycle rule that does nothing: %j',
  async (rule) => {
    expect((await findings(aging(rule))).map(([code]) => code)).toEqual(['TL203']);
  },
);

test('days and delete markers exclude each other', async () => {
  expect(await findings(aging({ ExpirationDays: 1, ExpiredObjectDeleteMarker: true }))).toEqual([
    ['TL208', 'ExpiredObjectDeleteMarker: true'],
  ]);
});

test('a role reference says something of its role', async () => {
  const roles = { admins: [role('a')], readers: [{ immutable: true }] };
  expect(await findings(lake({}, { roles }))).toEqual([['TL203', '- immutable: true']]);
});

test.each(['roles', 'accessPolicies', 'buckets'])('%s must be there', async (option) => {
  const { [option]: _, ...rest } = lake() as Record<string, unknown>;
  await expect(synthModule('datalake', rest)).rejects.toMatchObject({ diagnostics: [{ code: 'TL203' }] });
});

test('what the schema has no word for', async () => {
  expect((await findings(lake({ kmsKey: 'x' }))).map(([code]) => code)).toEqual(['TL201']);
  expect(
    (await findings(lake({ corsRules: [{ allowedMethods: ['PATCH'], allowedOrigins: ['*'] }] })))[0]?.[0],
  ).toMatch(/^TL20\d$/);
});
