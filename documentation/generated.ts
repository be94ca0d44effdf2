import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractSchema } from '../access/contract/schema';
import type { ModuleDefinition } from '../core/module/define-module';
import { optionPaths } from '../core/module/option-paths';
import { registry } from '../modules/registry';
import { requirements } from '../test/requirements/requirements';
import { requirementsTable, featuresTable, permissionsTable } from './environments';
import { errorCodesMarkdown, mdaaKeysMarkdown } from './pages';
import { between, markdownTable } from './markdown';

/** Every generated document of the repository: its path and what it should hold. */
export function generatedDocuments(root: string): ReadonlyMap<string, string> {
  const readmes = registry.map((definition) => {
    const path = `modules/${definition.name}/README.md`;
    return [path, withOptionTable(readFileSync(join(root, path), 'utf8'), definition)] as const;
  });
  const access = readFileSync(join(root, 'docs/access.md'), 'utf8');
  const contract = { name: 'access-contract.yaml', config: contractSchema };
  const texts = [
    ...readmes,
    ['docs/access.md', withOptionTable(access, contract)] as const,
    ['docs/environments.md', environments(readFileSync(join(root, 'docs/environments.md'), 'utf8'))] as const,
    ['docs/errors.md', errorCodesMarkdown()] as const,
    ['docs/mdaa-keys.md', mdaaKeysMarkdown()] as const,
  ];
  return new Map(texts.map(([path, text]) => [path, formatted(root, path, text)]));
}

/** The page about environments: its prose is written by hand. */
function environments(page: string): string {
  const tables = {
    features: featuresTable(),
    permissions: permissionsTable(),
    requirements: requirementsTable(requirements),
  };
  return Object.entries(tables).reduce((text, [name, table]) => between(text, name, table), page);
}

/** Prettier in a process of its own: its modules cannot be loaded from within jest. */
function formatted(root: string, path: string, input: string): string {
  const prettier = join(root, 'node_modules/prettier/bin/prettier.cjs');
  return execFileSync(process.execPath, [prettier, '--stdin-filepath', path], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
}

/** What has options: a module, or a file of the user's. */
type Documented = Pick<ModuleDefinition, 'name' | 'config'>;

/** A text with the table of options written anew between the two markers. */
function withOptionTable(readme: string, definition: Documented): string {
  return between(readme, 'options', optionTable(definition));
}

/** All options as a Markdown table. */
function optionTable(definition: Documented): string {
  const options = optionPaths(definition.config);
  if (options.length === 0) return 'The module has no options.';
  const rows = options.map(({ path, type, required, default: fallback, description }) => [
    `\`${path}\``,
    type,
    required ? '**required**' : fallback === undefined ? '' : `\`${fallback}\``,
    description,
  ]);
  return markdownTable(['option', 'type', 'default', 'effect'], rows);
}
