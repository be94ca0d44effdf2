import * as z from 'zod';
import { flag, words } from './leaves';
import { moduleSchema } from './module';
import { everywhere, naming, target } from './shared';

/** An environment of a domain, or an entry of `env_templates`. */
export const environmentSchema = z.strictObject({
  ...everywhere,
  ...target,
  template: words().optional().describe('The entry of `env_templates` that this environment builds on.'),
  modules: z
    .record(z.string(), moduleSchema)
    .optional()
    .describe('The modules, by the names that their resources carry.'),
  stack_name: words()
    .optional()
    .describe('Stands for `<domain>-<environment>` in stack id, workspace and state key.'),
  custom_naming: naming.optional().describe('A naming class for the modules of this environment.'),
  use_bootstrap: flag().optional().describe("MDAA's bootstrap stack; without effect."),
});
