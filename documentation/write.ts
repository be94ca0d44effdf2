import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDocuments } from './generated';

/** `npm run docs`: writes every generated document. */
function main(): void {
  const root = process.cwd();
  for (const [path, text] of generatedDocuments(root)) writeFileSync(join(root, path), text);
}

main();
