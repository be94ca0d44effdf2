import { policyDocument, legalSid } from '../../../../../aws/iam/write';
import { packStatements } from '../../../../../aws/iam/pack';
import { policySize } from '../../../../../aws/iam/size';
import { teamStatements } from '../../../../../modules/environment/teams/statements';
import { sids, team } from './team';

/** Everything as long as it may be: a prefix of 20 characters, names of 63, the longest region. */
const longest = team({
  location: { partition: 'aws-us-gov', region: 'us-gov-west-1', account: '111111111111' },
  prefixes: ['abcdefghij-abcdefghi'],
  team: 'T'.repeat(63),
  workgroups: ['w'.repeat(63)],
  bucket: 'b'.repeat(63),
  bucketKeyArn: `arn:aws-us-gov:kms:us-gov-west-1:111111111111:key/${'k'.repeat(36)}`,
  roleArn: `arn:aws-us-gov:iam::111111111111:role/${'r'.repeat(64)}`,
});

describe('the policies of a team', () => {
  test.each([
    ['of long names', longest],
    ['of ordinary names', team()],
    ['after the prefix has changed', team({ prefixes: ['finance-dev', 'fin'], team: 'T'.repeat(24) })],
  ])('with everything, %s, leave room for four more', (_name, facts) => {
    const sizes = packStatements(teamStatements(facts)).map((pack) => policySize(policyDocument(pack)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6144);
    expect(sizes.length).toBeLessThanOrEqual(6);
  });

  test('have Sids that stay as they are, and are told apart', () => {
    expect(sids().map(legalSid)).toEqual(sids());
    expect(new Set(sids()).size).toBe(sids().length);
  });
});
