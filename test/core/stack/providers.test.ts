import { resolve } from 'node:path';
import { synthFiles } from '../../support/synth';

const module_path = resolve(__dirname, '../../fixtures/modules/second-provider.js');

function platform(modules: Record<string, object>): Record<string, unknown> {
  return {
    'mdaa.yaml': {
      organization: 'test-org',
      domains: { d: { environments: { e: { account: '111111111111', region: 'eu-west-1', modules } } } },
    },
  };
}

test('a custom module brings a second provider: required_providers are merged', async () => {
  const { stack } = await synthFiles(platform({ pets: { module_path } }));
  const { terraform, provider } = stack('d-e');
  expect(Object.keys(terraform?.required_providers).sort()).toEqual(['aws', 'random']);
  expect(terraform?.required_providers.random).toEqual({ source: 'hashicorp/random', version: '3.6.0' });
  expect(provider?.random).toHaveLength(1);
});

test('two conflicting constraints are an error, and so are two blocks without an alias', async () => {
  const other = { module_path, module_config_data: { version: '3.7.0', alias: true } };
  await expect(synthFiles(platform({ pets: { module_path }, more: other }))).rejects.toMatchObject({
    diagnostics: [expect.objectContaining({ code: 'TL411' })],
  });
  await expect(synthFiles(platform({ pets: { module_path }, more: { module_path } }))).rejects.toMatchObject({
    diagnostics: [expect.objectContaining({ code: 'TL411' })],
  });
  const agreed = { module_path, module_config_data: { alias: true } };
  const { stack } = await synthFiles(platform({ pets: { module_path }, more: agreed }));
  expect(stack('d-e').provider?.random).toHaveLength(2);
});
