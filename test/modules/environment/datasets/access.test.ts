import { join } from 'node:path';
import { ask } from '../../../../access/questions/ask';
import { ModelIndex } from '../../../../access/questions/model-index';
import { whoIs, type Who } from '../../../../access/questions/who';
import { modelOfStacks } from '../../../../access/stacks/model';
import { readStacks } from '../../../../access/stacks/stack-source';
import { synthModule } from '../../../support/synth';
import { withTeams } from '../setting';
import { archive, named, sales, withDatasets } from './setting';

const config = withDatasets(
  { sales, archive },
  {
    pivotRole: {
      trustedAccountId: '222222222222',
      trustedPrincipals: ['role/*graphql-role'],
      externalId: 'a-secret-of-ours',
    },
  },
);
let index: ModelIndex;
beforeAll(async () => {
  const synthesized = await synthModule('environment', config, withTeams);
  const stacks = readStacks(synthesized, join(synthesized.folder, 'cdktf.out'));
  index = new ModelIndex(modelOfStacks(stacks));
});

function role(name: string): Who {
  const found = index.model.principals.find(({ arn }) => arn.endsWith(`:role/${named}-${name}`));
  if (!found) throw new Error(`no role ${name}`);
  return whoIs(found);
}

const bucket = `arn:aws:s3:::${named}-sales`;
const glue = 'arn:aws:glue:eu-west-1:111111111111';
const table = `${glue}:table/${named.replaceAll('-', '_')}_sales/orders`;

test('all of the stack is understood', () => {
  expect(index.model.resources.filter(({ kind }) => kind === 'table')).toHaveLength(3);
  expect(index.model.principals.map(({ arn }) => arn)).toContain(
    `arn:aws:iam::111111111111:role/${named}-dataset-sales`,
  );
});

test.each([
  ['datascience', 's3:GetObject', `${bucket}/orders/1.parquet`, 'allowed'],
  ['datascience', 's3:PutObject', `${bucket}/orders/1.parquet`, 'allowed'],
  ['datascience', 's3:DeleteObject', `${bucket}/orders/1.parquet`, 'allowed'],
  ['datascience', 's3:ListBucket', bucket, 'allowed'],
  ['datascience', 's3:PutObjectAcl', `${bucket}/orders/1.parquet`, 'denied'],
  ['datascience', 's3:PutBucketPolicy', bucket, 'denied'],
  ['dataset-sales', 's3:GetObject', `${bucket}/orders/1.parquet`, 'allowed'],
  ['dataset-sales', 's3:PutObject', `${bucket}/orders/1.parquet`, 'allowed'],
  ['dataset-archive', 's3:GetObject', `${bucket}/orders/1.parquet`, 'denied'],
  ['analysts', 's3:GetObject', `${bucket}/orders/1.parquet`, 'denied'],
  ['analysts', 's3:PutObject', `${bucket}/orders/1.parquet`, 'denied'],
  ['analysts', 's3:ListBucket', bucket, 'denied'],
  // Who owns the environment owns no dataset of another team.
  ['financesadmin', 's3:GetObject', `${bucket}/orders/1.parquet`, 'denied'],
  ['datascience', 'data:read', table, 'allowed'],
  ['datascience', 'data:write', table, 'allowed'],
  ['analysts', 'data:read', table, 'denied'],
  ['financesadmin', 'data:read', table, 'denied'],
  ['dataset-sales', 'glue:CreateTable', table, 'allowed'],
  ['dataset-archive', 'glue:CreateTable', table, 'denied'],
  ['datascience', 'lakeformation:SELECT', table, 'allowed'],
  ['analysts', 'lakeformation:SELECT', table, 'denied'],
  ['datascience', 'lakeformation:GrantPermissions', table, 'denied'],
] as const)('to a dataset of one team: %s, %s, %s: %s', (who, action, arn, outcome) => {
  expect(ask(index, role(who), action, arn).outcome).toBe(outcome);
});
