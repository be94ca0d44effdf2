import type { Command } from 'commander';
import type { SaidKeys } from '../../access/questions/request-keys';
import { withCommon, type CommonOptions } from '../shared/options';
import { UsageError } from '../shared/usage-error';

/** Options of every question about access. */
export interface AccessOptions extends CommonOptions {
  /** Ask what stands in AWS, not what would be. */
  readonly live?: boolean;
  /** ARN of who deployed, for what is live, where the YAML does not state it. */
  readonly deployer?: string;
}

/** Options of questions about one request. */
export interface RequestOptions extends AccessOptions {
  readonly with?: readonly string[];
  readonly session?: string;
}

export function withAccess(command: Command): Command {
  return withCommon(command)
    .option('--live', 'read the policies back from AWS instead')
    .option('--deployer <arn>', 'with --live: the role that deployed, where no deployRoleArn says it');
}

export function withRequest(command: Command): Command {
  return withAccess(command)
    .option(
      '-w, --with <key=value>',
      'a condition key of the request, such as aws:SecureTransport=false; <key>= says that the request has none',
      (value: string, earlier: readonly string[] = []) => [...earlier, value],
    )
    .option('--session <name>', 'the session name of roles');
}

/** The condition keys that were said. @throws UsageError */
export function saidKeys({ with: given = [] }: RequestOptions): SaidKeys {
  const said: Record<string, string | string[] | null> = {};
  for (const text of given) {
    const at = text.indexOf('=');
    if (at < 1) {
      throw new UsageError(
        `--with ${text} is not of the form key=value`,
        'Write --with aws:SecureTransport=false.',
      );
    }
    const [key, value] = [text.slice(0, at), text.slice(at + 1)];
    const before = said[key];
    said[key] = value === '' ? null : before ? [before].flat().concat(value) : value;
  }
  return said;
}
