import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { mdaaKeysMarkdown } from '../core/config/mdaa-keys-doc';
import { registry } from '../modules/registry';
import { errorCodesMarkdown } from './error-codes';
import { withOptionTable } from './option-table';

/** Every generated document of the repository: its path and what it should hold. */
export async function generatedDocuments(root: string): Promise<ReadonlyMap<string, string>> {
  const readmes = registry.map((definition) => {
    const path = `modules/${definition.name}/README.md`;
    return [path, withOptionTable(readFileSync(join(root, path), 'utf8'), definition)] as const;
  });
  const texts = [
    ...readmes,
    ['docs/errors.md', errorCodesMarkdown()] as const,
    ['docs/mdaa-keys.md', mdaaKeysMarkdown()] as const,
  ];
  const options = await resolveConfig(join(root, 'package.json'));
  const formatted = texts.map(
    async ([path, text]) => [path, await format(text, { ...options, parser: 'markdown' })] as const,
  );
  return new Map(await Promise.all(formatted));
}
