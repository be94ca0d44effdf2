import type { Lock } from './lock';
import type { ModelIndex } from './model-index';
import { readCatalogArn } from './lake-formation/catalog-arn';
import type { Who } from './who';

/** Whether Lake Formation lets somebody grant others: its administrators, and whoever was granted with the grant option. */
export function grantingLock(index: ModelIndex, who: Who, arn: string): Lock {
  const catalog = readCatalogArn(arn);
  const lf = index.lakeFormation(catalog?.account ?? '', catalog?.region ?? '');
  const own = 'arn' in who.caller ? who.caller.arn : undefined;
  const administrator = own !== undefined && lf?.administrators.includes(own) === true;
  const grant = lf?.grants.find(
    ({ principal, grantable, on }) =>
      principal === own && grantable.length > 0 && 'database' in on && on.database === catalog?.database,
  );
  const text = administrator
    ? 'is an administrator of Lake Formation'
    : grant
      ? 'was granted with the grant option'
      : `${who.label} is no administrator of Lake Formation and has no grant to pass on`;
  const outcome =
    administrator || grant ? 'allowed' : !lf?.origin && own !== undefined ? 'unknown' : 'denied';
  return {
    name: 'Lake Formation',
    question: `to grant ${catalog?.database ?? arn}`,
    outcome,
    reasons: () => [{ text, origin: administrator ? lf?.origin : grant?.origin }],
  };
}
