import { nameOf, type Part } from '../part';

/** The default bucket, the bucket for access logs, the trail, a workgroup for each team. */
export const basePart: Part = {
  names: (facts) => [
    nameOf(facts, 'kms alias', 'key'),
    nameOf(facts, 's3 bucket', 'bucket'),
    nameOf(facts, 's3 bucket', 'bucket', ['access-logs']),
    nameOf(facts, 'cloudtrail trail', 'trail'),
    ...facts.teams.map(({ name }) => nameOf(facts, 'athena workgroup', 'workgroup', [name])),
  ],
  publishes: ({ teams }) => [
    'kms/arn',
    'kms/id',
    'bucket/name',
    'bucket/arn',
    'bucket/access-logs/name',
    'bucket/access-logs/arn',
    ...teams.map(({ slug }) => `workgroup/${slug}/name`),
  ],
  declares: ({ pivot }) => ({
    claims: ['environment'],
    claimsIfFree: ['lake formation settings'],
    after: ['lake formation settings'],
    // A role that is made here is an administrator only of settings that are made here, too: settings of
    // another stack come before this one.
    ...(pivot?.made === false && {
      contributes: [{ claim: 'lake formation settings', administrators: [pivot.text] }],
    }),
  }),
};
