import { type ReferenceOrigin, Text } from '../../platform/text';
import type { Place } from '../../../diagnostics/diagnostic';
import { fail, type Run } from './run';

/** A text that is one SSM parameter. */
export function parameterText(path: string, origin: ReferenceOrigin, place: Place): Text {
  return Text.of({ kind: 'parameter', path, origin, place });
}

/** `{{resolve:…}}` and the `ssm:` prefix; `argument` is what follows `resolve:`. */
export function resolveParameter(argument: string, place: Place, run: Run): Text | undefined {
  const written = `{{resolve:${argument}}}`;
  if (/^(ssm-secure|secretsmanager):/.test(argument)) {
    const help = 'Secrets do not belong in Terraform state. Give the ARN of the secret to what reads it.';
    return fail(run, 'TL601', place, `${written} is not supported`, help);
  }
  if (!argument.startsWith('ssm:')) {
    return fail(run, 'TL301', place, `unknown reference ${written}`, 'Write {{resolve:ssm:/path}}.');
  }
  const path = argument.slice('ssm:'.length);
  if (path.startsWith('arn:')) {
    const help = 'Copy the parameter into this account, or write the value itself.';
    return fail(run, 'TL410', place, `${written} reads a parameter of another account`, help);
  }
  if (path.includes(':')) {
    const help = 'Leave the version out: the current value is read.';
    return fail(run, 'TL601', place, `${written} names a version of a parameter`, help);
  }
  if (path === '') return fail(run, 'TL301', place, `${written} has no path`, 'Write {{resolve:ssm:/path}}.');
  return parameterText(path, 'ssm', place);
}

/** The full path behind `ssm-org:`, `ssm-domain:` and `ssm-env:`, case preserved. */
export function environmentParameter(
  prefix: 'ssm-org' | 'ssm-domain' | 'ssm-env',
  path: string,
  { scope: { organization, domain, environment } }: Run,
): string {
  const above = {
    'ssm-org': [organization],
    'ssm-domain': [organization, domain],
    'ssm-env': [organization, domain, environment],
  }[prefix];
  return ['', ...above, path.replace(/^\//, '')].join('/');
}
