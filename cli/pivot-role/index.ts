import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../../core/config/nearest';
import type { Platform } from '../../core/platform/platform';
import { siblingsOf } from '../../core/platform/view';
import { factsOf, type EnvironmentFacts } from '../../modules/environment/facts';
import { manualPivotRole } from '../../modules/environment/pivot/manual-role';
import { load } from '../shared/load';
import type { CommonOptions } from '../shared/options';
import { print, say } from '../shared/report';
import { UsageError } from '../shared/usage-error';

/** Writes Terraform that makes the pivot role of an environment, for the owner of its account. */
export function pivotRole(environment: string, options: CommonOptions & { readonly output?: string }): void {
  const facts = environmentAt(load(options), environment);
  const role = manualPivotRole(facts);
  if (!role) {
    throw new UsageError(
      `pivotRole of ${facts.path} names no central account`,
      'Add `trustedAccountId`, `trustedPrincipals` and `externalId` to it.',
    );
  }
  const text = `${JSON.stringify(role.terraform, null, 2)}\n`;
  if (options.output === undefined) print(text);
  else writeFileSync(resolve(options.output), text);
  say(`When it is applied: pivotRole: { create: false, roleArn: '${role.roleArn}', … } in ${facts.path}.`);
}

/** `<domain>/<environment>` or `<domain>/<environment>/<module>`. @throws UsageError */
function environmentAt(platform: Platform, wanted: string): EnvironmentFacts {
  const all = siblingsOf(platform, 'environment').map(factsOf);
  const [found, second] = all.filter(({ path }) => path === wanted || path.startsWith(`${wanted}/`));
  if (found && !second) return found;
  const paths = all.map(({ path }) => path);
  if (found) throw new UsageError(`${wanted} has several environments`, `Name one of ${paths.join(', ')}.`);
  const near = nearest(wanted, paths);
  throw new UsageError(
    `${wanted} is no environment for teams`,
    near === undefined ? `There are ${paths.join(', ') || 'none'}.` : `Did you mean ${near}?`,
  );
}
