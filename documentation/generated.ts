import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractSchema } from '../access/contract/schema';
import { mdaaKeysMarkdown } from '../core/config/mdaa-keys-doc';
import { registry } from '../modules/registry';
import { between } from './between';
import { requirements } from './environments/requirements';
import { requirementsTable } from './environments/requirements-table';
import { featuresTable, permissionsTable } from './environments/rights-tables';
import { errorCodesMarkdown } from './error-codes';
import { withOptionTable } from './option-table';

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
