import * as z from 'zod';
import { accountId, anything, flag, wordList, words } from './leaves';
import { everywhere, naming } from './shared';

const hook = z.strictObject({
  command: words().describe('A shell command.'),
  exit_if_fail: flag().optional().describe('Stop when the command fails. Default: false.'),
  after_success: flag()
    .optional()
    .describe('Run only after a successful deployment (`postdeploy`). Default: false.'),
});

const additionalStack = z.strictObject({
  account: accountId().optional().describe('The account. Default: that of the environment.'),
  region: words().optional().describe('The region. Default: that of the environment.'),
  addDependencyMainStack: flag()
    .optional()
    .describe('There is one stack, so nothing waits for another; without effect.'),
});

/** A module of an environment: `modules.<name>`. */
export const moduleSchema = z.strictObject({
  ...everywhere,
  module_path: words()
    .optional()
    .describe('`@aws-mdaa/<name>`, `@terralake/<name>`, `<name>`, a relative path or an npm package.'),
  cdk_app: words().optional().describe('The old name of `module_path`.'),
  module_type: z.enum(['cdk', 'tf']).optional().describe("MDAA's engine; `tf` is not supported."),
  module_configs: wordList().optional().describe('YAML files of the module, merged in this order.'),
  app_configs: wordList().optional().describe('The old name of `module_configs`; its files come first.'),
  module_config_data: anything()
    .optional()
    .describe('Configuration of the module; each key replaces that of the files.'),
  app_config_data: anything()
    .optional()
    .describe('The old name of `module_config_data`, which wins over it.'),
  custom_naming: naming.optional().describe('A naming class for this module.'),
  predeploy: hook.optional().describe('Runs before `terralake apply` of the stack.'),
  postdeploy: hook.optional().describe('Runs after `terralake apply` of the stack.'),
  use_bootstrap: flag().optional().describe("MDAA's bootstrap stack; without effect."),
  additional_accounts: z
    .array(accountId())
    .optional()
    .describe('Further accounts that the module may work in, in the region of its environment.'),
  additional_stacks: z
    .array(additionalStack)
    .optional()
    .describe('Further accounts and regions that the module may work in.'),
  allow_cross_reference_stack: flag().optional().describe('A CDK switch; without effect.'),
  mdaa_compliant: flag().optional().describe('A switch of `module_type: tf`; without effect.'),
  additional_context: anything().optional().describe('Never read, by MDAA neither.'),
  terraform: z
    .unknown()
    .optional()
    .describe('A module has the state of its environment; not supported here.'),
});
