import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { manualPivotRole } from '../../modules/environment/pivot/manual-role';
import { environmentCalled } from '../shared/environments';
import { load } from '../shared/load';
import type { CommonOptions } from '../shared/options';
import { print, say } from '../shared/report';
import { UsageError } from '../shared/usage-error';

/** Writes Terraform that makes the pivot role of an environment, for the owner of its account. */
export function pivotRole(environment: string, options: CommonOptions & { readonly output?: string }): void {
  const { facts } = environmentCalled(load(options), environment);
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
