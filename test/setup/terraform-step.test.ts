import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StepError } from '../../setup/step-error';
import { terraformStep } from '../../setup/step-terraform';

const path = process.env['PATH'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terralake-step-'));
  process.env['PATH'] = `${join(folder, 'on-path')}:/usr/bin:/bin`;
});

afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

function program(place: string, name: string, version: string): void {
  mkdirSync(join(folder, place), { recursive: true });
  const file = join(folder, place, name);
  writeFileSync(file, `#!/bin/sh\necho '{"terraform_version": "${version}"}'\n`);
  chmodSync(file, 0o755);
}

const refused = (): Promise<string> => Promise.reject(new Error('the network is down'));

test('Terraform on PATH is taken', async () => {
  program('on-path', 'terraform', '1.12.0');
  expect(await terraformStep(folder, refused)).toBe('terraform 1.12.0 (PATH)');
});

test('OpenTofu is taken where Terraform is too old', async () => {
  program('on-path', 'terraform', '1.9.8');
  program('on-path', 'tofu', '1.10.1');
  expect(await terraformStep(folder, refused)).toBe('tofu 1.10.1 (PATH)');
});

test('what was fetched before is not fetched again', async () => {
  program('bin', 'terraform', '1.11.4');
  expect(await terraformStep(folder, refused)).toBe('terraform 1.11.4 (fetched)');
});

test('where there is none it is fetched', async () => {
  const fetchIt = (): Promise<string> => {
    program('bin', 'terraform', '1.11.4');
    return Promise.resolve('');
  };
  expect(await terraformStep(folder, fetchIt)).toBe('terraform 1.11.4 (fetched)');
});

test('where it cannot be fetched, one sentence says what to install', async () => {
  const failure = terraformStep(folder, refused);
  await expect(failure).rejects.toThrow(StepError);
  await expect(failure).rejects.toThrow(/^Install Terraform 1\.10\.0 or newer .* the network is down\.$/);
});
