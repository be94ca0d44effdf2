import type { AcceptanceConfig, ShareConfig, SharePermission } from '../config/datasets';
import { ordered } from './permissions';

type Items = ShareConfig['items'];
const lists = ['folders', 'tables', 'dataFilters'] as const;

/** What is asked for and consented to; nothing if the consent is for somebody else. */
export function consentedPermissions(
  share: ShareConfig,
  consent: AcceptanceConfig | undefined,
): readonly SharePermission[] {
  if (!consent || !samePrincipal(share, consent)) return [];
  return ordered(share.permissions).filter((each) => consent.permissions.includes(each));
}

/** What is asked for, without what a consent that names items leaves out. */
export function consentedItems({ items }: ShareConfig, consent: AcceptanceConfig | undefined): Items {
  const most = consent?.items;
  if (!most) return items;
  const both = (kind: (typeof lists)[number]) => items[kind].filter((name) => most[kind].includes(name));
  return {
    bucket: items.bucket && most.bucket,
    folders: both('folders'),
    tables: both('tables'),
    dataFilters: both('dataFilters'),
  };
}

/** Whether there is anything in it. */
export function hasItems(items: Items): boolean {
  return items.bucket || lists.some((kind) => items[kind].length > 0);
}

/** Whether a consent is for whom the share is with. */
export function samePrincipal({ with: who }: ShareConfig, { with: only }: AcceptanceConfig): boolean {
  return !only || (only.team === who.team && only.consumptionRole === who.consumptionRole);
}

/** What a share asks for beyond its consent: `bucket`, `folders.invoices`. */
export function beyondConsent(share: ShareConfig, consent: AcceptanceConfig): readonly string[] {
  const { items } = share;
  const granted = consentedItems(share, consent);
  const missing = lists.flatMap((kind) =>
    items[kind].filter((name) => !granted[kind].includes(name)).map((name) => `${kind}.${name}`),
  );
  return [...(items.bucket && !granted.bucket ? ['bucket'] : []), ...missing];
}

/** The line of a consent to just what a share asks for, which outlives no change of the request. */
export function consentLine(
  path: string,
  { permissions, with: { team, consumptionRole }, items }: ShareConfig,
): string {
  const who = team === undefined ? `consumptionRole: ${consumptionRole ?? ''}` : `team: '${team}'`;
  const named = [
    ...(items.bucket ? ['bucket: true'] : []),
    ...lists.flatMap((kind) => (items[kind].length === 0 ? [] : [`${kind}: [${items[kind].join(', ')}]`])),
  ];
  return `${path}: { permissions: [${permissions.join(', ')}], with: { ${who} }, items: { ${named.join(', ')} } }`;
}
