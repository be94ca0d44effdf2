import { roles as definition } from '../../../modules/roles';
import { testOptions } from '../../support/options';
import { policy, resource, resources, type StackJson } from '../../support/synth';
import { prefix, reading, roles, root, withPolicy, withRole } from './roles';

const role = (json: StackJson) => resource(json, 'aws_iam_role');
const trust = (json: StackJson) => policy(role(json).assume_role_policy).Statement;
const attached = (json: StackJson) =>
  Object.values(resources(json, 'aws_iam_role_policy_attachment')).map((block) => block.policy_arn);
const saml = 'arn:aws:iam::111111111111:saml-provider/idp';

testOptions(definition, {
  createPersonaManagedPolicies: {
    config: roles({}),
    expect: (json) => expect(resources(json, 'aws_iam_policy')).toEqual({}),
  },
  'federations federations.*.providerArn': {
    config: withRole({ trustedPrincipal: 'federation:idp' }, { federations: { idp: { providerArn: saml } } }),
    expect: (json) =>
      expect(trust(json)[0]).toMatchObject({
        Principal: { Federated: saml },
        Action: 'sts:AssumeRoleWithSAML',
      }),
  },
  'federations.*.samlDoc': {
    config: withRole(
      { trustedPrincipal: 'federation:idp' },
      { federations: { idp: { samlDoc: './idp.xml' } } },
    ),
    setting: { files: { 'idp.xml': '<EntityDescriptor id="${x}"/>' } },
    expect: (json) => {
      expect(resource(json, 'aws_iam_saml_provider')).toMatchObject({
        name: `${prefix}-idp`,
        saml_metadata_document: '<EntityDescriptor id="$${x}"/>',
      });
      expect(trust(json)[0]?.Principal).toEqual({
        Federated: '${aws_iam_saml_provider.test-module__federation__idp.arn}',
      });
    },
  },
  'generatePolicies generatePolicies.*.policyDocument': {
    config: withPolicy(reading({ Action: ['s3:ListBucket', 's3:GetObject'] })),
    expect: (json) => {
      const made = resource(json, 'aws_iam_policy', 'policy__Reads');
      expect(made.name).toBe(`${prefix}-reads`);
      expect(policy(made.policy).Statement).toEqual([
        { Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetObject'], Resource: '*' },
      ]);
    },
  },
  'generatePolicies.*.verbatimPolicyName': {
    config: withPolicy(reading(), { verbatimPolicyName: true }),
    expect: (json) => expect(resource(json, 'aws_iam_policy').name).toBe('Reads'),
  },
  'generatePolicies.*.suppressions': {
    config: withPolicy(reading(), { suppressions: [{ id: 'X', reason: 'because' }] }),
    code: 'TL602',
  },
  generateRoles: {
    config: withRole({}),
    expect: (json) => expect(role(json).name).toBe(`${prefix}-worker`),
  },
  'generateRoles.*.trustedPrincipal': {
    config: withRole({ trustedPrincipal: 'service:glue.amazonaws.com' }),
    expect: (json) =>
      expect(trust(json)).toEqual([
        { Effect: 'Allow', Principal: { Service: 'glue.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ]),
  },
  'generateRoles.*.additionalTrustedActions': {
    config: withRole({ additionalTrustedActions: ['sts:TagSession'] }),
    expect: (json) =>
      expect(trust(json)[1]).toEqual({ Effect: 'Allow', Principal: { AWS: root }, Action: 'sts:TagSession' }),
  },
  [[
    'generateRoles.*.additionalTrustedPrincipals',
    'generateRoles.*.additionalTrustedPrincipals[].trustedPrincipal',
    'generateRoles.*.additionalTrustedPrincipals[].additionalTrustedActions',
  ].join(' ')]: {
    config: withRole({
      additionalTrustedPrincipals: [
        {
          trustedPrincipal: 'service:ec2.amazonaws.com',
          additionalTrustedActions: ['sts:SetSourceIdentity'],
        },
      ],
    }),
    expect: (json) =>
      expect(trust(json)[1]).toEqual({
        Effect: 'Allow',
        Principal: { Service: 'ec2.amazonaws.com' },
        Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
      }),
  },
  'generateRoles.*.assumeRoleTrustConditions': {
    config: withRole({
      assumeRoleTrustConditions: { Bool: { 'aws:MultiFactorAuthPresent': true } },
      additionalTrustedActions: ['sts:TagSession'],
    }),
    expect: (json) =>
      expect(trust(json).map(({ Condition }) => Condition)).toEqual([
        { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      ]),
  },
  'generateRoles.*.basePersona': {
    config: {
      generateRoles: { worker: { trustedPrincipal: 'this_account', basePersona: 'data-scientist' } },
    },
    expect: (json) =>
      expect(attached(json)).toEqual(
        ['data-scientist-base-policy', 'datalake-basic-policy', 'datascience-basic-policy'].map(
          (key) => `\${aws_iam_policy.test-module__policy__${key}.arn}`,
        ),
      ),
  },
  'generateRoles.*.awsManagedPolicies': {
    config: withRole({ awsManagedPolicies: ['service-role/AWSGlueServiceRole'] }),
    expect: (json) =>
      expect(attached(json)).toEqual(['arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole']),
  },
  'generateRoles.*.customerManagedPolicies': {
    config: withRole({ customerManagedPolicies: ['ours'] }),
    expect: (json) => expect(attached(json)).toEqual(['arn:aws:iam::111111111111:policy/ours']),
  },
  'generateRoles.*.generatedPolicies': {
    config: { ...withRole({ generatedPolicies: ['Reads'] }), ...withPolicy(reading()) },
    expect: (json) => expect(attached(json)).toEqual(['${aws_iam_policy.test-module__policy__Reads.arn}']),
  },
  'generateRoles.*.verbatimRoleName': {
    config: withRole({ verbatimRoleName: true }),
    expect: (json) => expect(role(json).name).toBe('worker'),
  },
  'generateRoles.*.suppressions': {
    config: withRole({ suppressions: [{ id: 'X', reason: 'because' }] }),
    code: 'TL602',
  },
});
