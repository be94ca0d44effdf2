import { resolve } from 'node:path';
import * as aws from '../../../core/provider/aws';
import { snakeCase } from '../../../core/provider/made';

// eslint-disable-next-line @typescript-eslint/no-require-imports
const { factsOf, libraryOf } = require('../../../setup/resource-types') as {
  factsOf(library: string, folder: string): Record<string, unknown> | null;
  libraryOf(root: string): string;
};

const library = libraryOf(resolve(__dirname, '../../..'));
const folderOf = (type: string, kind: string): string =>
  type.replace(/^aws_/, kind === 'data' ? 'data-aws-' : '').replaceAll('_', '-');

test.each(Object.entries(aws))('%s is what the bindings of the provider say', (name, type) => {
  const { provider, raw, ...said } = type;
  expect(factsOf(library, folderOf(type.type, type.kind))).toEqual(said);
  expect(said.name).toBe(name);
  expect([provider, raw]).toEqual([{ name: 'aws', source: 'aws', version: '5.100.0' }, []]);
});

test('names in camel case are spelled as Terraform spells them', () => {
  expect(['arn', 'kmsKeyId', 's3Target', 'ipv6CidrBlock', 'tagsAll'].map(snakeCase)).toEqual([
    'arn',
    'kms_key_id',
    's3_target',
    'ipv6_cidr_block',
    'tags_all',
  ]);
});
