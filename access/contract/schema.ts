import * as z from 'zod';
import { literal } from '../../core/module/fields';

const one = literal().meta({ leaf: 'text' });
const oneOrMore = z
  .union([one.transform((text) => [text]), z.array(one)])
  .meta({ leaf: 'one or several texts' });
/** The ARN of something that the platform makes, by a name as in `on`. */
const arnOf = z.strictObject({ arn: one.describe('Data, as in `on`.') });
const value = z.union([
  literal(),
  arnOf,
  z.number().transform(String),
  z.boolean().transform(String),
  z.null(),
  z.array(literal()),
]);

const keys = z.record(z.string(), value).meta({ leaf: 'condition keys with their values' });

/** A rule of an access contract. */
export const ruleSchema = z
  .strictObject({
    id: one.describe('A name for the rule, unique in the contract.'),
    why: one.optional().describe('What the rule is for; shown when it is broken.'),
    who: oneOrMore
      .optional()
      .describe(
        'Principals: `<stack>/<role>`, a role name or ARN, `service:<name>`, `administrator`, `outsider`, `anonymous`; `*` matches any text.',
      ),
    only: oneOrMore
      .optional()
      .describe('The rule holds for everybody but these: nobody else may do what `may` says.'),
    except: oneOrMore.optional().describe('Principals of `who` that are not meant.'),
    session: one.optional().describe('The session name of the roles.'),
    may: oneOrMore.optional().describe('Actions that must be allowed.'),
    may_not: oneOrMore.optional().describe('Actions that must be denied.'),
    on: oneOrMore
      .optional()
      .describe(
        'Data: an ARN, `s3://<bucket>/<key>`, `database/<name>`, `table/<database>/<table>`, `key/<alias>`, `workgroup/<name>`, `profile/<name>`, `role/<name>`, …; `*` matches any text.',
      ),
    but_not_on: oneOrMore.optional().describe('Data of `on` that are not meant.'),
    like: one.optional().describe('A key of `requests`: its condition keys, with those of `with` on top.'),
    with: keys
      .optional()
      .describe('Condition keys of the request: a value, several, `null` for none, `?` for not known.'),
    every: one
      .optional()
      .describe(
        'A kind of resource (`bucket`, `studio domain`, `lake formation`, …): all of them must have what `has` says.',
      ),
    has: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.unknown())]))
      .meta({ leaf: 'paths with their values' })
      .optional()
      .describe('What every resource of the kind has: a path in its data, and the value.'),
  })
  .describe('One thing that must hold, or must not.');

/** `access-contract.yaml`. */
export const contractSchema = z.strictObject({
  requests: z
    .record(z.string(), keys)
    .default({})
    .describe('Condition keys that several rules have in common.'),
  rules: z.array(ruleSchema).describe('What must and what must not hold.'),
});

export type Rule = z.output<typeof ruleSchema>;
export type ContractFile = z.output<typeof contractSchema>;
