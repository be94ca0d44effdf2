// @ts-check
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/**
 * Everything that is checked: types, lint, format, then the tests: fast ones side by side, those that run
 * Terraform two at a time (half a gigabyte each). `--full` adds the long sweeps. Ends with `Tests: N passed, N failed`.
 */
const root = join(__dirname, '..');
const full = process.argv.includes('--full');
const scratch = mkdtempSync(join(tmpdir(), 'terralake-run-'));
let passed = 0;
let failed = 0;

/** @param {string} name @param {string[]} args */
function check(name, args) {
  process.stderr.write(`${name} …\n`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) passed += 1;
  else {
    failed += 1;
    process.stderr.write(`${name} failed\n`);
  }
}

/** @param {string} name @param {string[]} args */
function jest(name, args) {
  process.stderr.write(`${name} …\n`);
  const file = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const command = [
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${file}`,
    '--silent=false',
    ...args,
  ];
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // The SDK's farewell to Node 20 is no result of ours.
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  });
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    passed += result.numPassedTests;
    // A file that does not even load counts, and so does a test that was skipped: nothing is skipped silently.
    failed +=
      result.numFailedTests + result.numRuntimeErrorTestSuites + result.numPendingTests + result.numTodoTests;
    if (status !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) failed += 1;
  } catch {
    failed += 1;
    process.stderr.write(`${name} gave no result\n`);
  }
}

check('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']);
check('types of the page', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'access/report/html/page']);
check('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']);
check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']);
jest('unit and synthesis', ['--testPathIgnorePatterns', '\\.emulator\\.test', '\\.full\\.test']);
jest('emulator', ['--maxWorkers=2', '--testPathPatterns', '\\.emulator\\.test']);
if (full) jest('full', ['--runInBand', '--testPathPatterns', '\\.full\\.test']);
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`Tests: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
