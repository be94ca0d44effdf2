import type { Text } from '../../platform/text';
import type { Place } from '../../../diagnostics/diagnostic';
import { suggestion } from '../nearest';
import { embedLiteral } from './embed';
import { environmentParameter, parameterText, resolveParameter } from './parameter';
import { projectParameter } from './project';
import { fail, type Run } from './run';

/** Turns what follows the prefix, references resolved, into the value. */
type Prefix = (rest: string, place: Place, run: Run) => Text | undefined;

const prefixes: readonly (readonly [start: RegExp, prefix: Prefix])[] = [
  // With a slash only: `ssm:GetParameter` is an IAM action. ARNs get their own message.
  [/^ssm:(?=\/|\{\{|arn:)/, (path, place, run) => resolveParameter(`ssm:${path}`, place, run)],
  [/^ssm-org:/, parameter('ssm-org')],
  [/^ssm-domain:/, parameter('ssm-domain')],
  [/^ssm-env:/, parameter('ssm-env')],
  [/^generated-role-id:/, generatedRole('id')],
  [/^generated-role-arn:/, generatedRole('arn')],
];

/** Whether {@link resolvePrefix} has anything to do; cheap, as it is asked for every string. */
export function hasPrefix(text: string): boolean {
  return /^(ssm|generated-|project)[a-z-]*:/.test(text);
}

/**
 * The value of a string that starts with a reference prefix. `none`: it does not;
 * undefined: it does, but that failed and was reported.
 */
export function resolvePrefix(text: string, place: Place, run: Run): Text | undefined | 'none' {
  if (/^project:\S/.test(text)) return projectParameter(text, place, run);
  for (const [start, prefix] of prefixes) {
    const match = start.exec(text);
    if (!match) continue;
    const rest = embedLiteral(text.slice(match[0].length), 'the parameter', place, run);
    return rest === undefined ? undefined : prefix(rest, place, run);
  }
  const unknown = /^(?:ssm|generated)-[a-z-]+(?=:\S)/.exec(text)?.[0];
  if (unknown === undefined || run.actions) return 'none';
  const help = suggestion(unknown, known);
  return fail(run, 'TL301', place, `unknown reference "${unknown}:"`, help);
}

const known = ['ssm-org', 'ssm-domain', 'ssm-env', 'generated-role-id', 'generated-role-arn'];

function parameter(prefix: 'ssm-org' | 'ssm-domain' | 'ssm-env'): Prefix {
  return (path, place, run) => parameterText(environmentParameter(prefix, path, run), 'ssm', place);
}

function generatedRole(facet: 'id' | 'arn'): Prefix {
  return (name, place, { scope: { organization, domain } }) =>
    parameterText(
      `/${organization}/${domain}/generated-role/${name}/${facet}`.toLowerCase(),
      'generated-role',
      place,
    );
}
