// @ts-check
const path = require('node:path');

/**
 * What stands inside every page that `terralake access` writes: its script and its style, each as one text. The build
 * writes them into `dist`; who runs the sources makes them at once.
 * @param {string} root
 * @returns {{ script: string, style: string }}
 */
function reportPage(root) {
  /** @type {import('esbuild')} */
  const esbuild = require(require.resolve('esbuild', { paths: [root] }));
  /** @param {string} file */
  const joined = (file) => {
    const { outputFiles } = esbuild.buildSync({
      absWorkingDir: root,
      entryPoints: [path.join('access/report/html/page', file)],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      minifySyntax: true,
      minifyWhitespace: true,
      logLevel: 'warning',
    });
    return outputFiles.map(({ text }) => text.trim()).join('\n');
  };
  return { script: joined('main.ts'), style: joined('index.css') };
}

module.exports = { reportPage };
