// @ts-check
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

/**
 * `node -r test/support/register.js cli/main.ts` runs the sources as they are, so that no test sees an old build.
 * What was compiled is kept by its content: tests start many processes.
 */
const cache = resolve(__dirname, '../../node_modules/.cache/terralake-sources');
/** @type {import('@swc/core').Options} */
const options = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
};
const compiler = readFileSync(require.resolve('@swc/core/package.json'), 'utf8');
const salt = compiler + JSON.stringify(options);

/** @param {string} file */
function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const kept = join(cache, `${createHash('sha1').update(salt).update(source).digest('hex')}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(source, { ...options, filename: file });
    mkdirSync(cache, { recursive: true });
    // Another process may want it at the same moment.
    const written = `${kept}.${process.pid}`;
    writeFileSync(written, code);
    renameSync(written, kept);
    return code;
  }
}

/** @param {NodeJS.Module & { _compile(code: string, file: string): void }} module @param {string} file */
function load(module, file) {
  module._compile(compiled(file), file);
}

Object.assign(require.extensions, { '.ts': load });
