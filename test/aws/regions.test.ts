import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { foreignPartition, isRegion, knownRegions, partitionOf } from '../../aws/regions';
import { partitionsSource } from '../../setup/aws-partitions';

const root = resolve(__dirname, '../..');

test('partitions and regions are those of the SDK: otherwise run `node setup/aws-partitions.js`', () => {
  expect(readFileSync(resolve(root, 'aws/partitions.generated.ts'), 'utf8')).toBe(partitionsSource(root));
});

test.each([
  [undefined, undefined],
  ['eu-west-1', 'aws'],
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['us-isof-south-7', 'aws-iso-f'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['mars-north-1', 'aws'],
])('the partition of %s is %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition);
});

test('regions are those that are listed, and in isolated partitions those that look like it', () => {
  expect(knownRegions).toEqual(expect.arrayContaining(['eu-west-1', 'cn-north-1', 'us-gov-east-1']));
  expect(knownRegions.every(isRegion)).toBe(true);
  expect(isRegion('us-iso-north-9')).toBe(true);
  for (const none of ['eu-wets-1', 'eu-west-9', 'aws-global', 'Frankfurt', ''])
    expect(isRegion(none)).toBe(false);
});

test('the first ARN of another partition', () => {
  const text = 'arn:aws:s3:::a and arn:aws-cn:s3:::b and arn:aws-us-gov:iam::1:role/c';
  expect(foreignPartition(text, 'aws')).toBe('aws-cn');
  expect(foreignPartition('arn:aws:s3:::a', 'aws')).toBeUndefined();
  expect(foreignPartition('no arn', 'aws-cn')).toBeUndefined();
});
