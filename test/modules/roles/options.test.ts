import { roles } from '../../../modules/roles';
import { testOptions } from '../../support/options';
import { policy, resource, resources, statement, type StackJson } from '../../support/synth';
import { awsPolicy, document, prefix, role, root, withRole } from './roles';

const trust = (json: StackJson) => policy(resource(json, 'aws_iam_role').assume_role_policy).Statement;
const attached = (json: StackJson) =>
  Object.values(resources(json, 'aws_iam_role_policy_attachment')).map((block) => block.policy_arn as string);
const made = (key: string) => `\${aws_iam_policy.test-module__policy__${key}.arn}`;
const reading = { generatePolicies: { reading: { policyDocument: document('s3:ListAllMyBuckets') } } };
const saml = 'arn:aws:iam::111111111111:saml-provider/directory';

testOptions(roles, {
  createPersonaManagedPolicies: {
    config: { createPersonaManagedPolicies: false },
    expect: (json) => expect(resources(json, 'aws_iam_policy')).toEqual({}),
  },
  'federations federations.*.providerArn': {
    config: withRole(
      { trustedPrincipal: 'federation:directory' },
      { federations: { directory: { providerArn: saml } } },
    ),
    expect: (json) => {
      expect(resources(json, 'aws_iam_saml_provider')).toEqual({});
      expect(trust(json)[0]).toMatchObject({
        Principal: { Federated: saml },
        Action: 'sts:AssumeRoleWithSAML',
      });
    },
  },
  'federations.*.samlDoc': {
    config: withRole(
      { trustedPrincipal: 'federation:directory' },
      { federations: { directory: { samlDoc: './metadata.xml' } } },
    ),
    setting: { files: { 'metadata.xml': '<EntityDescriptor>${it}</EntityDescriptor>' } },
    expect: (json) => {
      const { name, saml_metadata_document: content } = resource(json, 'aws_iam_saml_provider');
      expect([name, content]).toEqual([`${prefix}-directory`, '<EntityDescriptor>$${it}</EntityDescriptor>']);
      expect(trust(json)[0]?.Principal).toEqual({
        Federated: '${aws_iam_saml_provider.test-module__federation__directory.arn}',
      });
    },
  },
  'generatePolicies generatePolicies.*.policyDocument': {
    config: reading,
    expect: (json) => {
      const { name, policy: text } = resource(json, 'aws_iam_policy', 'policy__reading');
      expect(name).toBe(`${prefix}-reading`);
      expect(statement(text, 'Given')).toMatchObject({ Action: 's3:ListAllMyBuckets', Resource: '*' });
    },
  },
  'generatePolicies.*.verbatimPolicyName': {
    config: {
      generatePolicies: { Reading: { policyDocument: document('s3:List*'), verbatimPolicyName: true } },
    },
    expect: (json) => expect(resource(json, 'aws_iam_policy', 'policy__Reading').name).toBe('Reading'),
  },
  'generatePolicies.*.suppressions': {
    config: {
      generatePolicies: {
        reading: { policyDocument: document('s3:List*'), suppressions: [{ id: 'IAM5', reason: 'lists' }] },
      },
    },
    code: 'TL602',
  },
  'generateRoles generateRoles.*.trustedPrincipal': {
    config: withRole({ trustedPrincipal: 'service:glue.amazonaws.com' }),
    expect: (json) => {
      expect(resource(json, 'aws_iam_role').name).toBe(`${prefix}-analyst`);
      expect(trust(json)).toEqual([
        { Effect: 'Allow', Principal: { Service: 'glue.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ]);
    },
  },
  'generateRoles.*.additionalTrustedActions': {
    config: withRole({ additionalTrustedActions: ['sts:TagSession', 'sts:SetSourceIdentity'] }),
    expect: (json) =>
      expect(trust(json)[1]).toEqual({
        Effect: 'Allow',
        Principal: { AWS: root },
        Action: ['sts:TagSession', 'sts:SetSourceIdentity'],
      }),
  },
  'generateRoles.*.additionalTrustedPrincipals generateRoles.*.additionalTrustedPrincipals[].trustedPrincipal':
    {
      config: withRole({ additionalTrustedPrincipals: [role({ trustedPrincipal: 'account:222222222222' })] }),
      expect: (json) =>
        expect(trust(json)[1]).toMatchObject({
          Principal: { AWS: 'arn:aws:iam::222222222222:root' },
          Action: 'sts:AssumeRole',
        }),
    },
  'generateRoles.*.additionalTrustedPrincipals[].additionalTrustedActions': {
    config: withRole({
      additionalTrustedPrincipals: [
        {
          trustedPrincipal: 'service:sagemaker.amazonaws.com',
          additionalTrustedActions: ['sts:SetSourceIdentity'],
        },
      ],
    }),
    expect: (json) => expect(trust(json)[1]?.Action).toEqual(['sts:AssumeRole', 'sts:SetSourceIdentity']),
  },
  'generateRoles.*.assumeRoleTrustConditions': {
    config: withRole({ assumeRoleTrustConditions: { StringEquals: { 'sts:ExternalId': 'given' } } }),
    expect: (json) =>
      expect(trust(json)[0]?.Condition).toEqual({ StringEquals: { 'sts:ExternalId': 'given' } }),
  },
  'generateRoles.*.basePersona': {
    config: { generateRoles: { analyst: role({ basePersona: 'data-scientist' }) } },
    expect: (json) =>
      expect(attached(json).sort()).toEqual(
        ['data-scientist-base-policy', 'datalake-basic-policy', 'datascience-basic-policy'].map(made),
      ),
  },
  'generateRoles.*.awsManagedPolicies': {
    config: withRole({ awsManagedPolicies: ['service-role/AWSGlueServiceRole'] }),
    expect: (json) => expect(attached(json)).toEqual([awsPolicy('service-role/AWSGlueServiceRole')]),
  },
  'generateRoles.*.customerManagedPolicies': {
    config: withRole({ customerManagedPolicies: ['of-the-account'] }),
    expect: (json) => expect(attached(json)).toEqual(['arn:aws:iam::111111111111:policy/of-the-account']),
  },
  'generateRoles.*.generatedPolicies': {
    config: withRole({ generatedPolicies: ['reading'] }, reading),
    expect: (json) => expect(attached(json)).toEqual([made('reading')]),
  },
  'generateRoles.*.verbatimRoleName': {
    config: withRole({ verbatimRoleName: true }),
    expect: (json) => expect(resource(json, 'aws_iam_role').name).toBe('analyst'),
  },
  'generateRoles.*.suppressions': {
    config: withRole({ suppressions: [{ id: 'IAM4', reason: 'as AWS has it' }] }),
    code: 'TL602',
  },
});
