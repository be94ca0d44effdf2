import { loadPlatform } from '../../cli/shared/built-in';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { kit } from '../access/kit';

const codes = ['TL901', 'TL902', 'TL903'];

/** What is found about access, with the line of YAML that each points at. */
function findings(file: string) {
  const { diagnostics } = loadPlatform({ file, environment: {} });
  return diagnostics
    .filter(({ code }) => codes.includes(code))
    .map(({ code, severity, place }) => {
      const lines = readFileSync(join(dirname(file), place?.file ?? ''), 'utf8').split('\n');
      return [code, severity, place?.file, lines[(place?.line ?? 0) - 1]?.trim()];
    });
}

test('the kit leaves nothing open', () => {
  expect(findings(kit)).toEqual([]);
});

test('without profiles.extra.yaml, each statement that opens something is found at its line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'terralake-findings-'));
  try {
    cpSync(dirname(kit), folder, { recursive: true });
    const file = join(folder, 'mdaa.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^.*profiles\.extra\.yaml\n/gm, ''));
    const found = [
      ['TL902', 'warning', 'roles.yaml', '- Sid: StudioAdminAccess'],
      ['TL901', 'warning', 'roles.yaml', '- Sid: SageMakerLaunchProfileAccess'],
      ['TL901', 'warning', 'roles.yaml', '- Sid: SageMakerExecutionAccess'],
    ];
    expect(findings(file)).toEqual(found);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
