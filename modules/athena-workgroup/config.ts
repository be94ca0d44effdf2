import * as z from 'zod';
import { literal, roleReference } from '../../core/module/fields';

/** AWS's least limit on the data that a query scans. */
const leastCutoff = 10_485_760;

/** Configuration of the module `athena-workgroup`. */
export const athenaWorkgroupConfig = z.strictObject({
  dataAdminRoles: z
    .array(roleReference())
    .describe('Roles that own the results bucket and administer its key.'),
  athenaUserRoles: z
    .array(roleReference())
    .describe('Roles that query in the workgroup; immutable ones get access to the bucket and the key only.'),
  workgroupConfiguration: z
    .strictObject({
      bytesScannedCutoffPerQuery: z
        .number()
        .int()
        .min(leastCutoff)
        .optional()
        .describe('A query that scans more bytes is cancelled; at least 10485760.'),
    })
    .default({})
    .describe('Limits of the workgroup.'),
  verbatimPolicyNamePrefix: literal(/^[\w+=,.@-]+$/, 'the beginning of a policy name')
    .optional()
    .describe('Names the policy for users `<prefix>-wg-usage`, the same in every environment.'),
  isolateUserResults: z
    .boolean()
    .default(false)
    .describe('Each user role gets a workgroup and a folder for its results of its own.'),
});

export type AthenaWorkgroupConfig = z.output<typeof athenaWorkgroupConfig>;
