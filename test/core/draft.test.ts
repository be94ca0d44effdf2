import { draft } from '../../cli/shared/built-in';
import { mutated } from '../support/mutations';
import { temporary } from '../support/synth';
import { bothSay } from './agree';

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'synthesis fails exactly where validation does: mutation %s',
  async (seed) => {
    const { file } = mutated(seed);
    const { validate, synth } = await bothSay(file, 'json');
    expect(synth).toEqual(validate);
  },
);

test('what only drawing finds is told by validation, all at once, each at the line of its cause', () => {
  const many = Array.from(
    { length: 60 },
    (_, index) => `arn:aws:iam::111111111111:role/people/role-${index}`,
  );
  const folder = temporary({
    'platform.yaml': {
      organization: 'acme',
      domains: {
        lake: {
          environments: {
            dev: {
              account: '111111111111',
              region: 'eu-west-1',
              modules: {
                athena: { module_path: '@terralake/athena-workgroup', module_configs: ['./athena.yaml'] },
                roles: { module_path: '@terralake/roles', module_configs: ['./roles.yaml'] },
              },
            },
          },
        },
      },
    },
    'athena.yaml': [
      'dataAdminRoles:',
      '  - arn: arn:aws:iam::111111111111:role/admin',
      '  - arn: arn:aws:iam::222222222222:role/foreign',
      'athenaUserRoles:',
      '  - id: AROAONLYANID',
    ].join('\n'),
    'roles.yaml': {
      generateRoles: {
        small: { trustedPrincipal: 'service:glue.amazonaws.com' },
        large: {
          trustedPrincipal: 'service:glue.amazonaws.com',
          additionalTrustedPrincipals: many.map((trustedPrincipal) => ({ trustedPrincipal })),
        },
      },
    },
  });
  const { diagnostics, blueprint } = draft({ file: `${folder}/platform.yaml`, environment: {} });
  expect(blueprint).toBeUndefined();
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, place }) => `${code} ${place?.file ?? ''}:${String(place?.line)}`)).toEqual([
    'TL410 athena.yaml:3',
    'TL307 athena.yaml:5',
    // The eighteenth of sixty: the statement that brings the document over its limit.
    'TL204 roles.yaml:24',
  ]);
});

test('of a platform in which a module has errors, the others are drawn all the same', () => {
  const folder = temporary({
    'platform.yaml': {
      organization: 'acme',
      domains: {
        lake: {
          environments: {
            dev: {
              account: '111111111111',
              region: 'eu-west-1',
              modules: {
                athena: {
                  module_path: '@terralake/athena-workgroup',
                  module_config_data: {
                    dataAdminRoles: [{ id: 'AROA1' }],
                    athenaUserRoles: [{ id: 'AROA2' }],
                  },
                },
                lake: { module_path: '@terralake/datalake', module_config_data: { bukcets: {} } },
              },
            },
          },
        },
      },
    },
  });
  const codes = draft({ file: `${folder}/platform.yaml`, environment: {} }).diagnostics.map(
    ({ code }) => code,
  );
  expect(codes).toEqual(expect.arrayContaining(['TL201', 'TL307']));
});
