import { loadPlatform } from '../../cli/shared/built-in';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

import { temporary } from '../support/synth';

const page = readFileSync(resolve(__dirname, '../../docs/environments.md'), 'utf8');

test('the configuration that the page shows is valid as it stands', () => {
  const [teams = '', domains = '', environment = '', analysts = '', ...others] = [
    ...page.matchAll(/```yaml\n([^]*?)```/g),
  ].map(([, text = '']) => text);
  expect(others).toEqual([]);
  const folder = temporary({
    'platform.yaml': { organization: 'acme-lake', ...parse(teams), ...parse(domains) },
    'finance/environment.yaml': environment,
    'finance/analysts.yaml': analysts,
  });
  const { diagnostics } = loadPlatform({ file: join(folder, 'platform.yaml'), environment: {} });
  expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
});
