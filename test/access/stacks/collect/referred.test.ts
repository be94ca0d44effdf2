import { everybody } from '../../../../access/questions/names';
import { modelOfStacks } from '../../../../access/stacks/model';
import { anything, document, stack } from '../stacks';

test('who deploys, and roles that policies name, are principals of whom nothing else is known', () => {
  const named = 'arn:aws:iam::111111111111:role/named';
  const model = modelOfStacks([
    stack({
      aws_s3_bucket: { b: { bucket: 'lake' } },
      aws_s3_bucket_policy: {
        b: {
          bucket: 'lake',
          policy: document({ ...anything, Principal: { AWS: ['${terraform_data.deployer.output}', named] } }),
        },
      },
      terraform_data: { deployer: {} },
    }),
  ]);
  expect(model.principals.map(({ label, identity }) => [label, identity])).toEqual([
    ['deployer', undefined],
    ['named', undefined],
  ]);
});

test('those of one name are told apart by their account, and both answer to the name', () => {
  const named = (account: string) => ({ AWS: `arn:aws:iam::${account}:role/auditor` });
  const lake = (id: string, account: string) =>
    stack(
      {
        aws_s3_bucket: { b: { bucket: id } },
        aws_s3_bucket_policy: {
          b: { bucket: id, policy: document({ ...anything, Principal: named(account) }) },
        },
      },
      { id, account },
    );
  const { principals } = modelOfStacks([lake('one', '111111111111'), lake('two', '222222222222')]);
  expect(principals.map(({ label, arn }) => [label, arn])).toEqual([
    ['auditor-111111111111', 'arn:aws:iam::111111111111:role/auditor'],
    ['deployer-111111111111', 'arn:aws:iam::111111111111:role/deployer'],
    ['auditor-222222222222', 'arn:aws:iam::222222222222:role/auditor'],
    ['deployer-222222222222', 'arn:aws:iam::222222222222:role/deployer'],
  ]);
  expect(principals.filter(({ aliases }) => aliases.includes('deployer'))).toHaveLength(2);
});

test('a role that is really called so is not the one that stands for all administrators', () => {
  const lake = stack({
    aws_s3_bucket: { b: { bucket: 'lake' } },
    aws_s3_bucket_policy: {
      b: {
        bucket: 'lake',
        policy: document({
          ...anything,
          Principal: { AWS: 'arn:aws:iam::111111111111:role/administrator' },
        }),
      },
    },
  });
  const model = modelOfStacks([lake]);
  expect(model.principals[0]?.label).toBe('arn:aws:iam::111111111111:role/administrator');
  const arns = everybody(model).flatMap(({ caller }) => ('arn' in caller ? [caller.arn] : []));
  expect(new Set(arns).size).toBe(arns.length);
});

test('ids that policies name stand for somebody of the account', () => {
  const ids = { 'aws:userId': ['AROAELSEWHERE:*', 'AROAELSEWHERE:me', 'AIDAUSER', 'AROA*'] };
  const { principals } = modelOfStacks([
    stack({
      aws_s3_bucket: { b: { bucket: 'lake' } },
      aws_s3_bucket_policy: {
        b: {
          bucket: 'lake',
          policy: document({ ...anything, Principal: '*', Condition: { StringLike: ids } }),
        },
      },
    }),
  ]);
  expect(principals.map(({ kind, id, account }) => [kind, id, account]).slice(1)).toEqual([
    ['user', 'AIDAUSER', '111111111111'],
    ['role', 'AROAELSEWHERE', '111111111111'],
  ]);
});
