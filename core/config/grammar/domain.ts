import * as z from 'zod';
import { environmentSchema } from './environment';
import { everywhere, naming, target } from './shared';

/** A domain: `domains.<name>`. */
export const domainSchema = z.strictObject({
  ...everywhere,
  ...target,
  environments: z
    .record(z.string(), environmentSchema)
    .describe('The environments of the domain: dev, test, prod, …'),
  env_templates: z
    .record(z.string(), environmentSchema)
    .optional()
    .describe('Environments to build on; they win over those of the root.'),
  custom_naming: naming.optional().describe('A naming class for the modules of this domain.'),
});
