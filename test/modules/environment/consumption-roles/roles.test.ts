import { resource, resources } from '../../../support/synth';
import { accepting, diagnosticsOf, reporting, twoEnvironments } from '../shares/platform';

const roles = (changes: object) => ({
  finance: { consumptionRoles: { reporting: { ...reporting, ...changes } } },
});

test.each(['full', 'partial', 'external'])(
  'the role is looked up, and must be the one of the ARN: %s',
  async (management) => {
    const { finance } = await twoEnvironments(roles({ management }));
    const found = finance.data?.aws_iam_role?.['finance__consumption-role__reporting'];
    expect(found).toMatchObject({
      name: 'reporting',
      lifecycle: {
        postcondition: [{ condition: `\${self.arn == "${reporting.roleArn}"}` }],
      },
    });
  },
);

const errors = async (changes: Parameters<typeof diagnosticsOf>[0]) =>
  (await diagnosticsOf(changes)).filter((text) => text.startsWith('error'));

test.each([
  [
    'a role of another account',
    roles({ roleArn: 'arn:aws:iam::222222222222:role/reporting' }),
    'TL204: roleArn: arn:aws:iam::222222222222:role/reporting',
  ],
  [
    'a role that is registered already',
    { finance: { consumptionRoles: { reporting, again: { ...reporting, management: 'external' } } } },
    'TL103: roleArn: arn:aws:iam::111111111111:role/bi/reporting',
  ],
  [
    'the role of a team',
    roles({ roleArn: 'arn:aws:iam::111111111111:role/fin-acme-dev-shared-finance-analysts' }),
    'TL423: roleArn: arn:aws:iam::111111111111:role/fin-acme-dev-shared-finance-analysts',
  ],
  ['a team that is not of the environment', roles({ team: 'ResearchAdmin' }), 'TL308: team: ResearchAdmin'],
  [
    'a team without ADD_ENVIRONMENT_CONSUMPTION_ROLES',
    {
      finance: {
        consumptionRoles: { reporting },
        teams: { DataScience: {}, Analysts: { permissions: ['CREATE_SHARE_OBJECT'] } },
      },
    },
    'TL420: team: Analysts',
  ],
])('is refused: %s', async (_what, changes, expected) => {
  expect(await errors(changes)).toEqual([`error ${expected}`]);
});

describe('of a consumption role', () => {
  const shared = (management: string) => ({
    finance: {
      consumptionRoles: { reporting: { ...reporting, management } },
      datasets: { sales: accepting({ 'shared/dev/finance/s': { permissions: ['Read'] } }) },
      shares: { s: { dataset: 'sales', with: { consumptionRole: 'reporting' }, items: { bucket: true } } },
    },
  });

  test.each([
    ['full', 1],
    ['partial', 0],
    ['external', 0],
  ])('policies are made, and attached only by full management: %s', async (management, count) => {
    const { finance } = await twoEnvironments(shared(management));
    expect(resource(finance, 'aws_iam_policy', 'share__role__reporting').name).toBe(
      'fin-acme-dev-shared-finance-share-policy-role-reporting',
    );
    const attached = Object.values(resources(finance, 'aws_iam_role_policy_attachment')).filter(
      ({ role }) => role === '${data.aws_iam_role.finance__consumption-role__reporting.name}',
    );
    expect(attached).toHaveLength(count);
  });

  test('nothing but attachments is ever made: its own policies stay as they are', async () => {
    const { finance } = await twoEnvironments(shared('full'));
    const naming = Object.entries(finance.resource ?? {}).flatMap(([type, blocks]) =>
      Object.values(blocks).flatMap(({ role, name }) =>
        [role, name].some((value) => String(value).includes('consumption-role__reporting')) ? [type] : [],
      ),
    );
    expect([...new Set(naming)]).toEqual(['aws_iam_role_policy_attachment']);
    expect(finance.resource?.aws_iam_role_policy_attachments_exclusive).toBeUndefined();
  });

  test('no policy without an accepted share', async () => {
    const { finance } = await twoEnvironments(roles({}));
    expect(
      Object.keys(resources(finance, 'aws_iam_policy')).filter((key) => key.includes('__share__')),
    ).toEqual([]);
  });
});
