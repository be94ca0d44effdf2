import type { Place } from '../../../diagnostics/diagnostic';
import {
  levels,
  type CellOutcome,
  type DataKind,
  type Level,
  type MatrixCell,
  type MatrixChange,
  type MatrixData,
  type MatrixPrincipal,
  type MatrixReport,
} from '../../../access/questions/matrix-report';

const account = '123456789012';
const org = 'terralake-example-dev';

const place = (file: string, line: number): Place => ({ file, line, column: 3 });

const role = (name: string, line: number): MatrixPrincipal => ({
  label: `${org}-${name}`,
  arn: `arn:aws:iam::${account}:role/${org}-${name}`,
  kind: 'platform',
  place: place(name.startsWith('shared') ? 'roles.yaml' : 'datascience/roles.yaml', line),
});

const other = (kind: MatrixPrincipal['kind'], label: string, arn: string): MatrixPrincipal => ({
  label,
  arn,
  kind,
  place: undefined,
});

const principals = [
  role('shared-roles-data-admin', 12),
  role('shared-roles-data-user', 24),
  role('shared-roles-glue-etl', 38),
  role('shared-roles-data-scientist', 52),
  role('dataops-example-project-crawler', 9),
  role('dataops-example-project-event-publisher', 21),
  role('datascience-roles-data-admin', 8),
  role('datascience-roles-data-scientist', 17),
  role('datascience-roles-team-execution', 30),
  role('datascience-example-team-lifecycle', 44),
  other('referred to', 'Admin', `arn:aws:iam::${account}:role/Admin`),
  other('stand-in', 'administrator', `arn:aws:iam::${account}:role/stand-in-administrator`),
  other('stand-in', 'any other role of the account', `arn:aws:iam::${account}:role/stand-in-role`),
  other('stand-in', 'outsider', 'arn:aws:iam::999999999999:role/stand-in-outsider'),
];

const item = (kind: DataKind, label: string, arn: string, file: string, line: number): MatrixData => ({
  kind,
  label,
  arn: `arn:aws:${arn}`,
  place: place(file, line),
});

const lake = 'datalake/datalake.yaml';
const bucket = (name: string, prefix: string, file: string, line: number): MatrixData =>
  item('bucket', `s3://${org}-${name}/${prefix}`, `s3:::${org}-${name}/${prefix}*`, file, line);
const key = (alias: string, file: string, line: number): MatrixData =>
  item('key', `alias/${org}-${alias}`, `kms:eu-west-1:${account}:alias/${org}-${alias}`, file, line);
const workgroup = (name: string, file: string, line: number): MatrixData =>
  item('workgroup', `${org}-${name}`, `athena:eu-west-1:${account}:workgroup/${org}-${name}`, file, line);
const profile = (name: string, line: number): MatrixData =>
  item(
    'studio profile',
    `${org}-datascience-example-team/${name}`,
    `sagemaker:eu-west-1:${account}:user-profile/d-1/${name}`,
    'datascience/team.yaml',
    line,
  );
const database = (name: string, line: number): MatrixData =>
  item('database', `${name}.*`, `glue:eu-west-1:${account}:table/${name}/*`, 'dataops/project.yaml', line);

const data = [
  bucket('shared-datalake-raw', 'data/', lake, 31),
  bucket('shared-datalake-raw', 'inventory/', lake, 40),
  bucket('shared-datalake-transformed', 'data/', lake, 52),
  bucket('shared-datalake-transformed', 'data/finance/confidential/', lake, 58),
  bucket('shared-datalake-transformed', 'inventory/', lake, 66),
  bucket('shared-athena', 'athena-results/', 'datalake/athena.yaml', 7),
  bucket('dataops-example-project', 'deployment/', 'dataops/project.yaml', 5),
  bucket('dataops-example-project', 'data/', 'dataops/project.yaml', 5),
  bucket('datascience-example-team', 'sagemaker/', 'datascience/team.yaml', 11),
  bucket('datascience-example-team', 'projects/', 'datascience/team.yaml', 11),
  bucket('datascience-example-team', 'sagemaker-lifecycle-assets/', 'datascience/team.yaml', 11),
  database('terralake_example_dev_sample_database', 33),
  database('terralake_example_dev_finance', 48),
  key('shared-datalake-cmk', lake, 3),
  key('shared-glue-catalog-cmk', 'datalake/catalog.yaml', 2),
  key('shared-athena-cmk', 'datalake/athena.yaml', 3),
  key('shared-cloudtrail-cmk', 'governance/cloudtrail.yaml', 2),
  key('dataops-example-project-cmk', 'dataops/project.yaml', 3),
  key('datascience-example-team-cmk', 'datascience/team.yaml', 3),
  workgroup('shared-athena', 'datalake/athena.yaml', 12),
  workgroup('dataops-example-project', 'dataops/project.yaml', 60),
  workgroup('datascience-example-team-athena', 'datascience/team.yaml', 70),
  profile('example-user', 82),
  profile('second-user', 86),
];

const inventoryReason =
  'unknown: the condition aws:SourceArn of statement S3Inventory (datalake/datalake.yaml:66) depends on a value that is known after apply';
const tagReason =
  'unknown: the condition sagemaker:ResourceTag/userid of datascience/team.yaml:90 depends on the session';

/** `r`, `w`, `d`, `a` allowed in its place; `?` unknown; `-` denied. */
type Signs = string;

/** Data by position, and who (by position) can do what with it. */
const grants: readonly (readonly [readonly number[], Readonly<Record<Signs, readonly number[]>>])[] = [
  [[0, 2], { rwda: [0], 'r---': [1, 2], '---a': [10, 11] }],
  [[1, 4], { rwda: [0], '-?--': [12], '---a': [10, 11] }],
  [[3], { rwda: [0], '---a': [10, 11] }],
  [[5], { rwda: [0], 'rw--': [1], '---a': [10, 11] }],
  [[6], { rwda: [0], 'r---': [2, 4], '---a': [10, 11] }],
  [[7], { rwda: [0], 'rwd-': [2, 4], '---a': [10, 11] }],
  [[8, 9], { rwda: [6], 'rwd-': [7, 8], '---a': [10, 11] }],
  [[10], { rwda: [6], 'r---': [7, 8], 'rw--': [9], '---a': [10, 11] }],
  [[11], { rwda: [0], 'r---': [1], 'rw--': [2, 4], '---a': [10, 11] }],
  [[13, 14], { rwda: [10], 'rw--': [0, 2], 'r---': [1], '---a': [11] }],
  [[15], { rwda: [10], 'rw--': [0, 1], '---a': [11] }],
  [[16], { '---a': [10, 11] }],
  [[17], { rwda: [10], 'rw--': [0, 2, 4, 5], '---a': [11] }],
  [[18], { rwda: [10], 'rw--': [6, 7, 8, 9], '---a': [11] }],
  [[19], { 'rw--': [0, 1], '---a': [11], rwda: [10] }],
  [[20], { 'rw--': [0], rwda: [10, 11] }],
  [[21], { 'rw--': [7, 8], rwda: [10, 11] }],
  [[22, 23], { '??--': [7], 'r-da': [6], rwda: [10, 11] }],
];

const outcome = (sign: string | undefined): CellOutcome =>
  sign === '?' ? 'unknown' : sign === '-' ? 'denied' : 'allowed';

function cell(principal: number, column: number, signs: Signs): MatrixCell {
  const outcomes = Object.fromEntries(levels.map((level, index) => [level, outcome(signs[index])]));
  const known = `allowed by the role's policy (${principals[principal]?.place?.file ?? 'a policy of AWS'}:${12 + principal}); the resource's policy (${data[column]!.place!.file}:${data[column]!.place!.line}); the key (${data[column]!.place!.file}:3)`;
  const reasons = Object.fromEntries(
    levels.flatMap((level) => {
      if (outcomes[level] === 'denied') return [];
      return [
        [level, outcomes[level] === 'allowed' ? known : principal === 12 ? inventoryReason : tagReason],
      ];
    }),
  );
  return { principal, data: column, outcomes: outcomes as Record<Level, CellOutcome>, reasons };
}

/** A platform like the kit: 14 principals, 24 data of all kinds, one of them (a database) out of everybody's reach. */
export const sample: MatrixReport = {
  organization: 'terralake-example',
  source: 'stacks',
  principals,
  data,
  cells: grants.flatMap(([columns, who]) =>
    columns.flatMap((column) =>
      Object.entries(who).flatMap(([signs, ids]) => ids.map((id) => cell(id, column, signs))),
    ),
  ),
  assumptions: [
    'Requests come over TLS, from a session of the role itself, without a session policy.',
    'Organizations has no service control policy that denies more.',
  ],
};

const transformed = data[2]!.label;

/** One gain that is sure, one that is not, and a loss. */
export const sampleChanges: readonly MatrixChange[] = [
  {
    principal: principals[3]!.label,
    kind: 'key',
    data: data[13]!.label,
    level: 'read',
    before: 'allowed',
    after: 'denied',
    change: 'loses',
    reason: 'no statement allows kms:Decrypt any more (datalake/datalake.yaml:9)',
  },
  ...(['write', 'delete'] as const).map((level) => ({
    principal: principals[1]!.label,
    kind: 'bucket' as const,
    data: transformed,
    level,
    before: 'denied' as const,
    after: 'allowed' as const,
    change: 'gains' as const,
    reason: 'ReadWriteRoles of the access policy (datalake/datalake.yaml:18)',
  })),
  {
    principal: 'outsider',
    kind: 'bucket',
    data: data[4]!.label,
    level: 'write',
    before: 'denied',
    after: 'unknown',
    change: 'gains',
    reason: inventoryReason,
  },
];

/** A matrix of the given size, where each principal reaches one item of data in ten. */
export function largeSample(principalCount: number, dataCount: number): MatrixReport {
  const manyPrincipals = Array.from({ length: principalCount }, (_, i) =>
    role(`domain-${i}-roles-etl`, i + 1),
  );
  const manyData = Array.from({ length: dataCount }, (_, i) =>
    bucket(`domain-${i}-datalake-transformed`, 'data/', lake, i + 1),
  );
  const cells = manyPrincipals.flatMap((who, principal) =>
    manyData.flatMap((what, index): readonly MatrixCell[] => {
      if ((principal + index) % 10 !== 0) return [];
      const reason = `the role's policy (${who.place!.file}:${who.place!.line}); the bucket's policy (${what.place!.file}:${what.place!.line})`;
      return [
        {
          principal,
          data: index,
          outcomes: { read: 'allowed', write: 'allowed', delete: 'unknown', admin: 'denied' },
          reasons: { read: reason, write: reason, delete: inventoryReason },
        },
      ];
    }),
  );
  return { ...sample, principals: manyPrincipals, data: manyData, cells };
}
