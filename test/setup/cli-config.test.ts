import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliConfig } from '../../setup/cli-config';
import { findProviderMirror, platformName } from '../../setup/provider-mirror';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'terralake-cli-'))));

afterEach(() => rmSync(folder, { recursive: true }));

function mirror(): string {
  const place = join(folder, 'mirror');
  const aws = join(place, 'registry.terraform.io', 'hashicorp', 'aws', '5.100.0');
  mkdirSync(join(aws, platformName()), { recursive: true });
  mkdirSync(join(place, 'registry.terraform.io', 'hashicorp', 'random'), { recursive: true });
  return place;
}

test("the user's own file is used as it is", () => {
  const users = join(folder, 'users.tfrc');
  writeFileSync(users, '');
  const config = cliConfig({ folder, users, mirror: mirror() });
  expect(config).toEqual({ file: users, from: 'user', env: { TF_CLI_CONFIG_FILE: users } });
});

test('a mirror serves what it holds, and the registry the rest', () => {
  const config = cliConfig({ folder, users: undefined, mirror: mirror() });
  expect(config.from).toBe('mirror');
  const held = '["registry.terraform.io/hashicorp/aws","registry.terraform.io/hashicorp/random"]';
  const text = readFileSync(config.file, 'utf8');
  expect(text).toContain(`include = ${held}`);
  expect(text).toContain(`exclude = ${held}`);
});

test('without a mirror there is a plugin cache that works without lock files', () => {
  const config = cliConfig({ folder, users: undefined, mirror: undefined });
  expect(config.from).toBe('registry');
  expect(config.env['TF_PLUGIN_CACHE_DIR']).toBe(join(folder, 'plugin-cache'));
  expect(config.env['TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE']).toBe('true');
});

test('a mirror is found where it holds the provider for this platform', () => {
  const place = mirror();
  expect(findProviderMirror([join(folder, 'nothing'), place])).toBe(place);
  rmSync(join(place, 'registry.terraform.io', 'hashicorp', 'aws'), { recursive: true });
  expect(findProviderMirror([place])).toBeUndefined();
});
