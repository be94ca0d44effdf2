// @ts-check
const { projectRoot, workFolder } = require('./project');
const { StepError } = require('./step-error');
const { buildStep } = require('./step-build');
const { dependenciesStep } = require('./step-dependencies');
const { motoStep } = require('./step-moto');
const { nodeStep } = require('./step-node');
const { providerStep } = require('./step-provider');
const { terraformStep } = require('./step-terraform');

/**
 * Makes this machine ready, one line per step on stderr; what is done already is not done again. With
 * `build` only what it takes to compile.
 * @param {'test' | 'demo' | 'build'} purpose
 * @returns {Promise<boolean>} false when a step could not be done
 */
async function setUp(purpose) {
  const root = projectRoot();
  const folder = workFolder(root);
  const tools = [() => terraformStep(folder), () => providerStep(folder), () => motoStep(folder)];
  const steps = [
    nodeStep,
    () => dependenciesStep(root),
    ...(purpose === 'build' ? [] : tools),
    () => buildStep(root),
  ];
  for (const step of steps) {
    try {
      process.stderr.write(`✓ ${await step()}\n`);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      process.stderr.write(`✗ ${error.message}\n`);
      return false;
    }
  }
  return true;
}

module.exports = { setUp };
