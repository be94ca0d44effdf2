// @ts-check
const { spawnSync } = require('node:child_process');
const { projectRoot } = require('./project');
const { setUp } = require('./set-up');

/** @type {Record<string, string[]>} */
const AFTERWARDS = {
  build: [],
  demo: ['dist/cli/main.js', 'demo'],
  test: ['test/run.js'],
};

/**
 * `node setup/main.js test|demo|build [args…]`: sets this machine up, then does what was asked.
 * @returns {Promise<number>} the exit code
 */
async function main() {
  const [purpose = '', ...args] = process.argv.slice(2);
  if (purpose !== 'test' && purpose !== 'demo' && purpose !== 'build') {
    process.stderr.write('Usage: node setup/main.js test|demo|build [arguments]\n');
    return 2;
  }
  if (!(await setUp(purpose))) {
    // Whoever counts tests must see that none could run.
    if (purpose === 'test') process.stdout.write('Tests: 0 passed, 1 failed\n');
    return 1;
  }
  const command = AFTERWARDS[purpose] ?? [];
  if (command.length === 0) return 0;
  return (
    spawnSync(process.execPath, [...command, ...args], { cwd: projectRoot(), stdio: 'inherit' }).status ?? 1
  );
}

main().then((code) => (process.exitCode = code));
