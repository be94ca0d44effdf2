import { synthModule } from '../../support/synth';
import { project, role, roleArn, withDatabase, withGrants } from './project';

interface Found {
  readonly code: string;
  readonly severity: string;
}

async function codes(config: unknown, setting = {}): Promise<readonly string[]> {
  const diagnostics = await synthModule('dataops-project', config, setting).then(
    (result) => result.diagnostics as readonly Found[],
    (error: { diagnostics: readonly Found[] }) => error.diagnostics,
  );
  return diagnostics.filter(({ code }) => !['TL306', 'TL702'].includes(code)).map(({ code }) => code);
}

const vocabulary = { lakeFormation: { lfTags: [{ tagKey: 'level', tagValues: ['public', 'secret'] }] } };
const tags = (databaseTagValues: readonly unknown[], added = {}) => withGrants({ databaseTagValues }, added);
const byTags = (grant: Record<string, unknown>) =>
  withGrants(
    {
      tagBasedGrants: {
        g: {
          principalArns: { analyst: roleArn('analyst') },
          permissions: ['SELECT'],
          lfTagExpression: { level: 'public' },
          ...grant,
        },
      },
    },
    vocabulary,
  );
const classifier = (configuration: Record<string, unknown>) =>
  project({ classifiers: { c: { classifierType: 'csv', configuration } } });
const principal = (value: Record<string, unknown>) =>
  withGrants({ grants: { g: { principals: { p: value } } } });
const links = (lakeFormation: Record<string, unknown>) => withGrants(lakeFormation);

test.each<[string, unknown, readonly string[]]>([
  ['nothing wrong', byTags({}), []],
  ['no admins', {}, ['TL203']],
  [
    'an unknown security group',
    project({
      connections: {
        db: {
          connectionType: 'JDBC',
          physicalConnectionRequirements: { projectSecurityGroupNames: ['none'] },
        },
      },
    }),
    ['TL308'],
  ],
  ['a classifier without its block', classifier({}), ['TL208']],
  [
    'a classifier with the block of another type',
    classifier({ jsonClassifier: { jsonPath: '$' } }),
    ['TL208'],
  ],
  [
    'a classifier with two blocks',
    classifier({ csvClassifier: { delimiter: ',' }, jsonClassifier: { jsonPath: '$' } }),
    ['TL208'],
  ],
  ['a tag without a vocabulary', tags([{ tagKey: 'level', tagValues: ['public'] }]), ['TL308']],
  [
    'a tag value beyond the vocabulary',
    tags([{ tagKey: 'level', tagValues: ['other'] }], vocabulary),
    ['TL308'],
  ],
  [
    'two values of one tag',
    tags([{ tagKey: 'level', tagValues: ['public', 'secret'] }], vocabulary),
    ['TL204'],
  ],
  [
    'an expression beyond the vocabulary',
    byTags({ lfTagExpression: { level: ['none'], who: 'x' } }),
    ['TL308', 'TL308'],
  ],
  ['a permission of tables on databases', byTags({ resourceType: 'DATABASE' }), ['TL204']],
  [
    'a permission to pass on that is not granted',
    byTags({ permissionsWithGrantOption: ['DROP'] }),
    ['TL204'],
  ],
  [
    'a tag of another account',
    project({ lakeFormation: { lfTags: [{ tagKey: 'x', tagValues: ['y'], catalogId: '222222222222' }] } }),
    ['TL410'],
  ],
  ['a principal that is nobody', principal({}), ['TL208']],
  ['a federated principal without a provider', principal({ federatedGroup: 'g' }), ['TL208']],
  [
    'a federated principal that is two',
    principal({ federationProviderArn: 'arn:x', federatedGroup: 'g', federatedUser: 'u' }),
    ['TL208'],
  ],
  ['a role that is federated', principal({ role: role('x'), federationProviderArn: 'arn:x' }), ['TL208']],
  [
    'two principals under one name',
    withGrants({
      grants: {
        one: { principalArns: { p: 'arn:aws:iam::111111111111:saml-provider/a:group/x' } },
        two: { principalArns: { p: 'arn:aws:iam::111111111111:saml-provider/a:group/y' } },
      },
    }),
    ['TL502'],
  ],
  [
    'roles of two accounts with one name',
    withGrants({
      grants: {
        g: { principalArns: { here: roleArn('x'), there: 'arn:aws:iam::222222222222:role/x' } },
      },
    }),
    ['TL502'],
  ],
  [
    'a link in its own account without a name',
    links({ createCrossAccountResourceLinkAccounts: ['111111111111'] }),
    ['TL208'],
  ],
  ['a name without a link', links({ createCrossAccountResourceLinkName: 'link' }), ['TL602']],
  [
    'one database twice',
    project({
      databases: {
        'a-b': { description: 'A', verbatimName: true, icebergCompliantName: true },
        a_b: { description: 'B', verbatimName: true },
      },
    }),
    ['TL502'],
  ],
  [
    'a database whose name AWS refuses',
    withDatabase({}, { databases: { Sales: { description: 'x', verbatimName: true } } }),
    ['TL501'],
  ],
  [
    'both data source options',
    withDatabase({ createDatazoneDatasource: true, createSagemakerDatasource: true }),
    ['TL601', 'TL601'],
  ],
])('%s', async (_what, config, expected) => {
  expect(await codes(config)).toEqual(expected);
});

test('a link in its own account needs the account to be known', async () => {
  const config = links({
    createCrossAccountResourceLinkAccounts: ['111111111111'],
    createCrossAccountResourceLinkName: 'link',
  });
  expect(await codes(config, { environment: { account: 'default' } })).toContain('TL410');
});
