import type { LakeFormationGrant } from '../model/model';
import type { Lock, LockOutcome } from './lock';
import type { ModelIndex } from './model-index';
import { readCatalogArn, type CatalogArn } from './lake-formation/glue-catalog';
import { grantsOn, isGrantedTo } from './lake-formation/grants';
import type { Who } from './who';

/** Whether Lake Formation lets somebody grant others: its administrators, and whoever was granted with the grant option. */
export function grantingLock(index: ModelIndex, who: Who, arn: string): Lock {
  const catalog = readCatalogArn(arn);
  const lf = catalog && index.lakeFormation(catalog);
  const { caller } = who;
  const known = 'arn' in caller;
  const administrator = known && lf?.administrators.includes(caller.arn) === true;
  const passing = catalog ? passableGrants(index, catalog) : [];
  const grantTo = (outcome: LockOutcome) =>
    passing.find(({ principal }) => known && isGrantedTo(principal, caller) === outcome);
  const grant = grantTo('allowed');
  const perhaps = grantTo('unknown') !== undefined || (known && !lf?.origin);
  const text = administrator
    ? 'is an administrator of Lake Formation'
    : grant
      ? 'was granted with the grant option'
      : `${who.label} is no administrator of Lake Formation and has no grant to pass on`;
  return {
    name: 'Lake Formation',
    question: `to grant ${catalog?.database ?? arn}`,
    outcome: administrator || grant ? 'allowed' : perhaps ? 'unknown' : 'denied',
    reasons: () => [{ text, origin: administrator ? lf?.origin : grant?.origin }],
  };
}

/** Grants on a database or something in it that may be passed on: of a database, those on any of its tables count. */
function passableGrants(index: ModelIndex, catalog: CatalogArn): readonly LakeFormationGrant[] {
  const lf = index.lakeFormation(catalog);
  const { database } = catalog;
  if (!lf || database === undefined) return [];
  const tables = new Set([
    '*',
    catalog.table ?? '*',
    ...lf.grants.flatMap(({ on }) => (on.kind === 'table' ? [on.table] : [])),
  ]);
  return [
    ...grantsOn(lf, { kind: 'database', database }),
    ...[...tables].flatMap((table) => grantsOn(lf, { kind: 'table', database, table })),
  ].filter(({ grantable }) => grantable.length > 0);
}
