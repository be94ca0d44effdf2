import type { LakeFormation, LakeFormationGrant } from '../../model/model';
import type { LockOutcome } from '../lock';

/** What a permission of Lake Formation is asked on. `*` stands for a table that nobody has named yet. */
export type CatalogObject =
  | { readonly kind: 'catalog' }
  | { readonly kind: 'database'; readonly database: string }
  | { readonly kind: 'table'; readonly database: string; readonly table: string }
  | { readonly kind: 'location'; readonly arn: string };

/** Whoever IAM allows. */
export const everyoneInIam = 'IAM_ALLOWED_PRINCIPALS';

/**
 * Whether a grant to some principal is one to the caller. What is granted to an account, an organization or a unit of
 * one, the administrators of the account that asks hand on, or not:
 * https://docs.aws.amazon.com/lake-formation/latest/dg/crosss-account-how-works.html
 */
export function isGrantedTo(
  principal: string,
  { arn, account }: { readonly arn: string; readonly account: string },
): LockOutcome {
  if ([arn, everyoneInIam, `${account}:IAMPrincipals`].includes(principal)) return 'allowed';
  return principal === account || principal.includes(':organizations:') ? 'unknown' : 'denied';
}

/** Grants that are about an object, directly, by a wildcard, or by its tags. */
export function grantsOn(lf: LakeFormation, object: CatalogObject): readonly LakeFormationGrant[] {
  return lf.grants.filter(({ on }) => {
    switch (on.kind) {
      case 'catalog':
        return object.kind === 'catalog';
      case 'database':
        return object.kind === 'database' && on.database === object.database;
      case 'table':
        return (
          object.kind === 'table' &&
          on.database === object.database &&
          (on.table === '*' || on.table === object.table)
        );
      case 'location':
        return object.kind === 'location' && covers(on.arn, object.arn);
      case 'lf-tag policy':
        return tagsMatch(lf, on, object);
      case 'lf-tag':
        return false;
    }
  });
}

/** Whether a registered or granted location is an object's own or one above it. */
export function covers(location: string, arn: string): boolean {
  const base = location.replace(/\/$/, '');
  return arn === base || arn.startsWith(`${base}/`);
}

function tagsMatch(
  lf: LakeFormation,
  on: Extract<LakeFormationGrant['on'], { kind: 'lf-tag policy' }>,
  object: CatalogObject,
): boolean {
  if (object.kind !== 'database' && object.kind !== 'table') return false;
  if ((on.resourceType === 'TABLE') !== (object.kind === 'table')) return false;
  return on.expression.every(({ key, values }) => {
    const found = lf.tags.filter((tag) => tag.database === object.database && tag.key === key);
    // A table without a tag of its own has the one of its database.
    const own = object.kind === 'table' ? found.find(({ table }) => table === object.table) : undefined;
    const value = (own ?? found.find(({ table }) => table === undefined))?.value;
    return value !== undefined && values.includes(value);
  });
}

/** Whether a list of granted permissions holds one of those that are asked. */
export function holdsOne(granted: readonly string[], asked: readonly string[]): boolean {
  return granted.some((permission) => permission === 'ALL' || asked.includes(permission));
}
