import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocuments } from './generated';

/** `npm run docs`: writes every generated document. */
async function main(): Promise<void> {
  const root = process.cwd();
  for (const [path, text] of await generatedDocuments(root)) writeFileSync(join(root, path), text);
}

void main();
