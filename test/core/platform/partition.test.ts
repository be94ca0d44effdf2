import { partitionOf } from '../../../core/platform/partition';

test.each([
  [undefined, undefined],
  ['eu-west-1', 'aws'],
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eusc-de-east-1', 'aws-eusc'],
])('the partition of %s is %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition);
});
