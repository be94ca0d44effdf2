import type { Text } from '../../platform/text';
import type { Place } from '../../../diagnostics/diagnostic';
import { suggestion } from '../nearest';
import { embedLiteral, environmentParameter, parameterText, resolveParameter } from './references';
import { fail, type Run } from './scope';

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

/** `project:type/name` → the parameter of the module's project. `none` where it is plain text. */
function projectParameter(text: string, place: Place, run: Run): Text | undefined | 'none' {
  const { project, organization, domain } = run.scope;
  if (project.kind === 'none' && !/^project:[A-Za-z]+\/\S+$/.test(text)) return 'none';
  if (project.kind !== 'named') {
    const help =
      project.kind === 'missing'
        ? 'Add `projectName: <name of the dataops-project module>`.'
        : 'This module has no `projectName`; write the full path: ssm:/<organization>/<domain>/<project>/….';
    return fail(run, 'TL305', place, `"${text}" refers to a project, but none is named`, help);
  }
  // What follows a second colon is dropped, as in MDAA; colons of references inside do not count.
  const key = embedLiteral(text.slice('project:'.length), 'the parameter', place, run)?.split(':')[0];
  if (key === undefined) return undefined;
  return parameterText(`/${organization}/${domain}/${project.name}/${key}`, 'project', place);
}
