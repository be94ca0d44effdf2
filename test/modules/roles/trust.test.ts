import { policy, resource, synthModule } from '../../support/synth';
import { root, withRole } from './roles';

async function trust(role: Record<string, unknown>, added: Record<string, unknown> = {}, setting = {}) {
  const { json } = await synthModule('roles', withRole(role, added), setting);
  return policy(resource(json, 'aws_iam_role').assume_role_policy).Statement;
}
const principal = async (trustedPrincipal: string, setting = {}) =>
  (await trust({ trustedPrincipal }, {}, setting))[0]?.Principal as unknown;

test.each<[string, unknown]>([
  ['this_account', { AWS: root }],
  ['account:222222222222', { AWS: 'arn:aws:iam::222222222222:root' }],
  ['account:{{account}}', { AWS: root }],
  ['arn:aws:iam::111111111111:role/x', { AWS: 'arn:aws:iam::111111111111:role/x' }],
  ['service:logs.{{region}}.amazonaws.com', { Service: 'logs.eu-west-1.amazonaws.com' }],
])('%s is trusted', async (written, expected) => {
  expect(await principal(written)).toEqual(expected);
});

test('an ARN may come from a parameter', async () => {
  expect(await principal('ssm:/others/role/arn')).toEqual({
    AWS: expect.stringMatching(/^\$\{data\.aws_ssm_parameter\./),
  });
});

test('account and region may be unknown until Terraform runs', async () => {
  const setting = { environment: { account: 'default', region: 'default' } };
  expect(await principal('account:{{account}}', setting)).toEqual({
    AWS: expect.stringContaining('${data.aws_caller_identity.current.account_id}:root'),
  });
  expect(await principal('service:logs.{{region}}.amazonaws.com', setting)).toEqual({
    Service: 'logs.${data.aws_region.current.name}.amazonaws.com',
  });
});

const samlTrust = (role: Record<string, unknown> = {}, setting = {}, partition = 'aws') => {
  const providerArn = `arn:${partition}:iam::111111111111:saml-provider/idp`;
  return trust(
    { trustedPrincipal: 'federation:idp', ...role },
    { federations: { idp: { providerArn } } },
    setting,
  );
};

test.each([
  ['eu-west-1', 'aws', 'https://signin.aws.amazon.com/saml'],
  ['cn-north-1', 'aws-cn', 'https://signin.amazonaws.cn/saml'],
  ['us-gov-west-1', 'aws-us-gov', 'https://signin.amazonaws-us-gov.com/saml'],
])('a SAML assertion must be meant for AWS (%s)', async (region, partition, audience) => {
  const [first] = await samlTrust({}, { environment: { region } }, partition);
  expect(first?.Condition).toEqual({ StringEquals: { 'SAML:aud': audience } });
});

test('the audience joins the conditions that are written, unless they name one', async () => {
  const written = { StringEquals: { 'SAML:iss': 'https://idp' } };
  const [joined] = await samlTrust({ assumeRoleTrustConditions: written });
  expect(joined?.Condition.StringEquals).toEqual({
    'SAML:iss': 'https://idp',
    'SAML:aud': 'https://signin.aws.amazon.com/saml',
  });
  const own = { StringLike: { 'saml:aud': 'https://*.signin.aws.amazon.com/saml' } };
  const [kept] = await samlTrust({ assumeRoleTrustConditions: own });
  expect(kept?.Condition).toEqual(own);
});

test('conditions are for all actions of the first principal, and for no other', async () => {
  const statements = await samlTrust({
    assumeRoleTrustConditions: { StringEquals: { 'SAML:iss': 'https://idp' } },
    additionalTrustedActions: ['sts:TagSession'],
    additionalTrustedPrincipals: [{ trustedPrincipal: 'service:glue.amazonaws.com' }],
  });
  expect(statements.map(({ Action }) => Action as string)).toEqual([
    'sts:AssumeRoleWithSAML',
    'sts:TagSession',
    'sts:AssumeRole',
  ]);
  expect(statements.slice(1).map(({ Condition }) => Condition as unknown)).toEqual([
    {
      StringEquals: { 'SAML:iss': 'https://idp', 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
    },
    undefined,
  ]);
});

test('assuming the role, written as a further action, is no way around the conditions', async () => {
  const condition = { StringEquals: { 'sts:ExternalId': 'secret' } };
  const statements = await trust({
    trustedPrincipal: 'account:222222222222',
    assumeRoleTrustConditions: condition,
    additionalTrustedActions: ['sts:AssumeRole'],
  });
  expect(statements.map(({ Condition }) => Condition as unknown)).toEqual([condition, condition]);
});
