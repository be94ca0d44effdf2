import { escapeTemplate } from '../../../core/platform/escape';
import type { EnvironmentFacts } from '../facts';
import { pivotFacts } from './environment-facts';
import { pivotTerraform } from './terraform-file';

/** Terraform for an account owner, and the ARN that the role will have. */
export interface ManualPivotRole {
  readonly roleArn: string;
  readonly terraform: Readonly<Record<string, unknown>>;
}

/**
 * The pivot role of an environment for an account owner to make; undefined where no central account is named.
 * It has another name than the role that the environment would make: so one can take over from the other.
 */
export function manualPivotRole(facts: EnvironmentFacts): ManualPivotRole | undefined {
  const { config, location, names } = facts;
  const { roleArn: existing, trustedAccountId, trustedPrincipals, externalId } = config.pivotRole;
  const [first, ...others] = trustedPrincipals;
  if (trustedAccountId === undefined || first === undefined) return undefined;
  const manual = `/${names.name('role', ['pivot', 'manual', location.region])}`;
  const [path, name] = split(existing?.slice(existing.indexOf(':role/') + ':role'.length) ?? manual);
  const roleArn = existing ?? `arn:${location.partition}:iam::${location.account}:role${manual}`;
  const known = externalId?.literal;
  const { boundaryArn, ...reach } = pivotFacts(facts, { name, arn: roleArn });
  const terraform = pivotTerraform({
    name,
    path,
    location,
    trust: {
      trustedAccountId,
      trustedPrincipals: [first, ...others],
      externalId: known === undefined ? undefined : escapeTemplate(known),
    },
    facts: reach,
    boundaryArn,
  });
  return { roleArn, terraform };
}

/** `/team/pivot` is the path `/team/` and the name `pivot`. */
function split(whole: string): readonly [string, string] {
  const at = whole.lastIndexOf('/') + 1;
  return [whole.slice(0, at), whole.slice(at)];
}
