import { policyLimits, policySize } from '../../../../aws/iam/size';
import { packStatements } from '../../../../aws/iam/pack';
import { teamDataStatements } from '../../../../modules/environment/datasets/team-statements';
import { resources, synthModule, type StackJson } from '../../../support/synth';
import { withTeams } from '../setting';
import { factsFor, team } from './facts';
import { withDatasets } from './setting';

const numbered = (make: (name: string) => object) =>
  Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => `acme-finance-data-${String(index)}`).map((name) => [
      name,
      make(name),
    ]),
  );

const made = numbered(() => ({ team: 'DataScience', tables: { orders: {} } }));
const imported = numbered((name) => ({
  team: 'DataScience',
  import: { bucketName: name, kmsKeyAlias: `${name}-key` },
}));
const importedWithDatabases = numbered((name) => ({
  team: 'DataScience',
  import: { bucketName: name, kmsKeyAlias: `${name}-key`, glueDatabaseName: name },
}));

const documents: readonly (readonly [kind: keyof typeof policyLimits, type: string, attribute: string])[] = [
  ['managed policy', 'aws_iam_policy', 'policy'],
  ['bucket policy', 'aws_s3_bucket_policy', 'policy'],
  ['key policy', 'aws_kms_key', 'policy'],
  ['trust policy', 'aws_iam_role', 'assume_role_policy'],
];

/** Documents that AWS would refuse for their size, and policies of a role beyond ten. */
function beyond(json: StackJson): readonly string[] {
  const large = documents.flatMap(([kind, type, attribute]) =>
    Object.entries(resources(json, type))
      .filter(([, block]) => policySize(block[attribute] as string) > policyLimits[kind])
      .map(([address]) => `${type}.${address}`),
  );
  const attached = new Map<string, number>();
  for (const { role } of Object.values(resources(json, 'aws_iam_role_policy_attachment'))) {
    attached.set(String(role), (attached.get(String(role)) ?? 0) + 1);
  }
  return [...large, ...[...attached].filter(([, count]) => count > 10).map(([role]) => role)];
}

test.each([
  ['made', made],
  ['imported', imported],
])('120 datasets of one team give valid policies: %s', async (_what, datasets) => {
  const { json } = await synthModule('environment', withDatasets(datasets), withTeams);
  expect(Object.keys(resources(json, 'aws_glue_crawler'))).toHaveLength(120);
  expect(beyond(json)).toEqual([]);
});

test('what a role has no room for is refused, with the team', async () => {
  await expect(
    synthModule('environment', withDatasets(importedWithDatabases), withTeams),
  ).rejects.toMatchObject({
    diagnostics: [
      {
        code: 'TL204',
        message: expect.stringContaining('DataScience'),
        place: expect.objectContaining({ file: 'test-module.yaml' }),
      },
    ],
  });
});

test('120 imported datasets fit into few policies of the team, 120 made ones into next to nothing', () => {
  const packs = (datasets: object) => {
    const facts = factsFor(withDatasets({ ...datasets }));
    return packStatements(teamDataStatements(facts, team(facts, 'DataScience'))).length;
  };
  expect(packs(made)).toBe(1);
  expect(packs(imported)).toBeLessThanOrEqual(4);
});
