import { synthModule } from '../../support/synth';
import { reading, roles, withPolicy, withRole } from './roles';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly place: { readonly line: number };
}

async function found(config: unknown): Promise<readonly Found[]> {
  const diagnostics = await synthModule('roles', config).then(
    (result) => result.diagnostics as readonly Found[],
    (error: { diagnostics: readonly Found[] }) => error.diagnostics,
  );
  return diagnostics.filter(({ code }) => code !== 'TL702');
}
const trusting = (trustedPrincipal: string) => withRole({ trustedPrincipal });
const many = Array.from({ length: 11 }, (_, index) => `policy-${String(index)}`);

test.each<[string, unknown, string]>([
  ['an unknown policy', withRole({ generatedPolicies: ['Raeds'] }, withPolicy(reading())), 'TL308'],
  ['a base policy that is not made', withRole({ generatedPolicies: ['utility-basic-policy'] }), 'TL308'],
  ['an unknown federation', trusting('federation:idp'), 'TL308'],
  ['an account that is none', trusting('account:1'), 'TL204'],
  ['a principal without a kind', trusting('glue.amazonaws.com'), 'TL204'],
  ['a service without a name', trusting('service:'), 'TL204'],
  ['a persona without its policies', withRole({ basePersona: 'data-admin' }), 'TL208'],
  ['an unknown persona', withRole({ basePersona: 'data-steward' }), 'TL204'],
  ['an action that is not of STS', withRole({ additionalTrustedActions: ['s3:GetObject'] }), 'TL204'],
  ['conditions that are none', withRole({ assumeRoleTrustConditions: { Bool: 'true' } }), 'TL204'],
  ['a federation without a provider', roles({ federations: { idp: {} } }), 'TL208'],
  [
    'a federation with two',
    roles({ federations: { idp: { providerArn: 'arn:x', samlDoc: './mdaa.yaml' } } }),
    'TL208',
  ],
  ['a document that is missing', roles({ federations: { idp: { samlDoc: './none.xml' } } }), 'TL101'],
  ['a policy without statements', withPolicy({ Version: '2012-10-17' }), 'TL203'],
  ['a statement without an effect', withPolicy({ Statement: [{ Action: 's3:*', Resource: '*' }] }), 'TL203'],
  ['an action that is none', withPolicy(reading({ Action: 'read' })), 'TL204'],
  ['a key that no policy has', withPolicy(reading({ Principal: '*' })), 'TL201'],
  [
    'a role name that AWS refuses',
    withRole({}, { generateRoles: { 'a b': { trustedPrincipal: 'this_account' } } }),
    'TL501',
  ],
])('%s is an error', async (_what, config, code) => {
  const findings = (await found(config)).filter(({ severity }) => severity === 'error');
  expect(findings.map((finding) => finding.code)).toEqual([code]);
});

test('more policies than AWS attaches are warned of, each counted once', async () => {
  const severities = async (customerManagedPolicies: readonly string[]) =>
    (await found(withRole({ customerManagedPolicies }))).map(({ code, severity }) => [code, severity]);
  expect(await severities(many)).toEqual([['TL208', 'warning']]);
  expect(await severities([...many.slice(1), ...many.slice(1)])).toEqual([]);
});
