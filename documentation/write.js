// @ts-check
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { buildSync } = require('esbuild');
const { projectRoot, workFolder } = require('../setup/project');

/** `npm run docs`: writes every generated document, by the sources: some of what it tells stands with the tests. */
function main() {
  const root = projectRoot();
  const outfile = join(workFolder(root), 'documentation.js');
  buildSync({
    absWorkingDir: root,
    entryPoints: ['documentation/generated.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  /** @type {import('./generated')} */
  const { generatedDocuments } = require(outfile);
  for (const [path, text] of generatedDocuments(root)) writeFileSync(join(root, path), text);
}

main();
