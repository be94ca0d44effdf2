import type { Text } from '../../platform/text';
import type { Place } from '../../../diagnostics/diagnostic';
import { embedLiteral } from './embed';
import { parameterText } from './parameter';
import { fail, type Run } from './run';

/** `project:type/name` → the parameter of the module's project. `none` where it is plain text. */
export function projectParameter(text: string, place: Place, run: Run): Text | undefined | 'none' {
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
