import type { ContextValues } from '../../../../aws/iam/evaluate/context';
import type { Caller } from '../../../../aws/iam/evaluate/request';
import { policyDocument } from '../../../../aws/iam/write';
import { fitting } from '../../../../core/aws/policy-size';
import { teamTrust, type TeamTrust } from '../../../../modules/environment/teams/trust';
import { ask, everything, session as role, type Outcome } from '../../../support/decide';

const account = '111111111111';
const location = { partition: 'aws', region: 'eu-west-1', account };
const pivotRoleArn = `arn:aws:iam::${account}:role/terralake-pivot-eu-west-1`;
const provider = `arn:aws:iam::${account}:saml-provider/corporate`;
const reserved = `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com`;

const trust: TeamTrust = {
  location,
  pivotRoleArn,
  assumedBy: [
    { kind: 'permissionSet', name: 'Data' },
    { kind: 'role', arn: 'arn:aws:iam::222222222222:role/people/analyst' },
    { kind: 'role', arn: 'arn:aws:iam::222222222222:role/lead' },
    { kind: 'role', arn: `arn:aws:iam::${account}:role/local` },
    { kind: 'saml', providerArn: provider, attributes: { cn: 'science', o: 'acme' } },
  ],
};

/** What AWS answers to somebody who may assume roles as far as their own policies say. */
function assume(caller: Caller, context: ContextValues = {}, policy = trust): Outcome {
  const action = caller.kind === 'federated' ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRole';
  const request = { caller, action, resource: `arn:aws:iam::${account}:role/fin-data`, context };
  return ask(request, { identity: [everything], trust: policyDocument(teamTrust(policy)) });
}

const hash = '0123456789abcdef';

describe('the role of a team', () => {
  test.each([
    `${reserved}/AWSReservedSSO_Data_${hash}`,
    `${reserved}/eu-west-1/AWSReservedSSO_Data_${hash}`,
    'arn:aws:iam::222222222222:role/people/analyst',
    'arn:aws:iam::222222222222:role/lead',
    `arn:aws:iam::${account}:role/local`,
    pivotRoleArn,
  ])('is assumed by %s', (arn) => {
    expect(assume(role(arn))).toBe('allowed');
  });

  test.each([
    `${reserved}/AWSReservedSSO_Data_Science_${hash}`,
    `${reserved}/AWSReservedSSO_Finance_${hash}`,
    `arn:aws:iam::${account}:role/AWSReservedSSO_Data_${hash}`,
    `arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Data_${hash}`,
    'arn:aws:iam::222222222222:role/analyst',
    'arn:aws:iam::333333333333:role/lead',
    'arn:aws:iam::222222222222:role/local',
    `arn:aws:iam::${account}:role/other`,
    `${pivotRoleArn}-2`,
  ])('is not assumed by %s', (arn) => {
    expect(assume(role(arn))).toBe('implicitly denied');
  });

  test('is assumed by nobody but the pivot role where people have no access', () => {
    const closed = { ...trust, assumedBy: [] };
    expect(assume(role(pivotRoleArn), {}, closed)).toBe('allowed');
    expect(assume(role(`${reserved}/AWSReservedSSO_Data_${hash}`), {}, closed)).toBe('implicitly denied');
    expect(assume({ kind: 'federated', provider }, saml, closed)).toBe('implicitly denied');
  });

  const saml = { 'SAML:aud': 'https://signin.aws.amazon.com/saml', 'SAML:cn': 'science', 'SAML:o': 'acme' };

  test('is assumed by people of the provider who have all attributes', () => {
    expect(assume({ kind: 'federated', provider }, saml)).toBe('allowed');
    expect(assume({ kind: 'federated', provider }, { ...saml, 'SAML:cn': 'finance' })).toBe(
      'implicitly denied',
    );
    expect(assume({ kind: 'federated', provider }, { 'SAML:aud': saml['SAML:aud'], 'SAML:o': 'acme' })).toBe(
      'implicitly denied',
    );
    expect(assume({ kind: 'federated', provider }, { ...saml, 'SAML:aud': 'https://else' })).toBe(
      'implicitly denied',
    );
    expect(assume({ kind: 'federated', provider: `${provider}-2` }, saml)).toBe('implicitly denied');
  });

  test.each([
    ['aws-cn', 'https://signin.amazonaws.cn/saml'],
    ['aws-us-gov', 'https://signin.amazonaws-us-gov.com/saml'],
  ])('knows where people sign in in %s', (partition, audience) => {
    const there = { ...trust, location: { ...location, partition } };
    expect(assume({ kind: 'federated', provider }, { ...saml, 'SAML:aud': audience }, there)).toBe('allowed');
    expect(assume({ kind: 'federated', provider }, saml, there)).toBe('implicitly denied');
  });

  test.each(['codebuild', 'omics', 'states'])('is for %s where it acts for the account', (name) => {
    const caller: Caller = { kind: 'service', service: `${name}.amazonaws.com` };
    expect(assume(caller, { 'aws:SourceAccount': account })).toBe('allowed');
    expect(assume(caller, { 'aws:SourceAccount': '222222222222' })).toBe('implicitly denied');
    expect(assume(caller)).toBe('implicitly denied');
  });

  test.each(['codepipeline', 'databrew', 'glue', 'lambda', 'sagemaker'])('is for %s', (name) => {
    expect(assume({ kind: 'service', service: `${name}.amazonaws.com` })).toBe('allowed');
  });

  test.each(['ec2', 'cloudformation', 'ecs-tasks'])('is not for %s', (name) => {
    const caller: Caller = { kind: 'service', service: `${name}.amazonaws.com` };
    expect(assume(caller, { 'aws:SourceAccount': account })).toBe('implicitly denied');
  });

  test('has room for a few ways to name people, and says when there is none', () => {
    const document = (assumedBy: TeamTrust['assumedBy']) =>
      fitting('trust policy', 'role fin-data', policyDocument(teamTrust({ ...trust, assumedBy })));
    expect(() => document(trust.assumedBy)).not.toThrow();
    const many = Array.from({ length: 40 }, (_, index) => ({
      kind: 'role' as const,
      arn: `arn:aws:iam::222222222222:role/analyst-${String(index)}`,
    }));
    expect(() => document(many)).toThrow(/trust policy/);
  });
});
