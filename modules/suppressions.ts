import * as z from 'zod';
import { text } from '../core/module/fields';

/** MDAA's cdk-nag suppressions, accepted so that a kit's YAML works unchanged. */
export function suppressions() {
  return z
    .array(
      z.strictObject({ id: text(), reason: text() }).describe('A rule of cdk-nag and why it does not apply.'),
    )
    .default([])
    .describe('Suppressions for cdk-nag: no effect on Terraform.')
    .meta({ leaf: 'list of {id, reason}' });
}
