import { synthesize } from '../../../../cli/shared/built-in';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isOperator } from '../../../../aws/iam/evaluate/conditions';
import { isVariable, variablesOf } from '../../../../aws/iam/evaluate/template';
import { parsePolicy } from '../../../../aws/iam/parse';
import type { Statement } from '../../../../aws/iam/policy';

import { resources, temporary, type StackJson } from '../../../support/synth';

const kit = resolve(__dirname, '../../../../configs/basic_datascience_platform/mdaa.yaml');
const attributes = [
  ['aws_iam_policy', 'policy'],
  ['aws_iam_role', 'assume_role_policy'],
  ['aws_s3_bucket_policy', 'policy'],
  ['aws_kms_key', 'policy'],
  ['aws_sns_topic_policy', 'policy'],
] as const;

let statements: readonly Statement[] = [];

beforeAll(async () => {
  const outdir = temporary({});
  const { stacks } = await synthesize({ file: kit, outdir, environment: {} });
  statements = stacks.flatMap(({ id }) => {
    const json = JSON.parse(readFileSync(join(outdir, 'stacks', id, 'cdk.tf.json'), 'utf8')) as StackJson;
    return attributes.flatMap(([type, attribute]) =>
      Object.entries(resources(json, type)).flatMap(
        ([name, block]) => parsePolicy(block[attribute] as string, { kind: 'resource', name }).statements,
      ),
    );
  });
});

test('every condition operator of the kit is known', () => {
  const operators = new Set(
    statements.flatMap(({ conditions }) => conditions.map(({ operator }) => operator)),
  );
  expect(operators.size).toBeGreaterThan(5);
  expect([...operators].filter((operator) => !isOperator(operator))).toEqual([]);
});

test('every policy variable of the kit is known', () => {
  const texts = statements.flatMap(({ resources: on = [], notResources = [], conditions }) => [
    ...on,
    ...notResources,
    ...conditions.flatMap(({ values }) => values),
  ]);
  // Terraform's own `${…}` is not there when AWS reads a policy; `$${…}` is what becomes a variable.
  const variables = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\$(\$\{[^}]*\})/g)].flatMap(([, written = '']) => variablesOf(written)),
    ),
  );
  expect([...variables]).toContain('aws:userid');
  expect([...variables].filter((variable) => !isVariable(variable))).toEqual([]);
});
