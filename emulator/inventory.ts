import type { Holding } from './proxy/gap';
import type { Place } from './proxy/moto-client';
import type { Call } from './proxy/request';
import type { Sandbox } from './sandbox';

export type { Holding } from './proxy/gap';

/** What came and what went between two inventories. */
export interface InventoryDifference {
  readonly added: Holding[];
  readonly removed: Holding[];
}

const MAKES = /^(Create|Put|Register|Run|Start|Import|Allocate|Publish|Enable|Associate|POST |PUT )/;
/** Reading needs no list. */
const READERS = ['tagging', 'moto'];

/**
 * Everything that exists in the sandbox, in every account and region that was called, in a fixed order.
 * An account that nobody has called yet, but that things were put into, is given as another place.
 * Left out: keys that wait for their deletion, Lake Formation's settings, and default networks.
 */
export async function inventory(sandbox: Sandbox, others: readonly Place[] = []): Promise<Holding[]> {
  const found = [...sandbox.held(), ...unlisted(sandbox)];
  for (const place of [...(await sandbox.places()), ...others])
    found.push(...(await inventoryAt(sandbox, place)));
  const byText = new Map(found.map((holding) => [textOf(holding), holding]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, holding]) => holding);
}

/** What is only in one of two inventories. */
export function diffInventory(before: readonly Holding[], after: readonly Holding[]): InventoryDifference {
  const without = (some: readonly Holding[], others: readonly Holding[]): Holding[] => {
    const known = new Set(others.map(textOf));
    return some.filter((holding) => !known.has(textOf(holding)));
  };
  return { added: without(after, before), removed: without(before, after) };
}

/** What stands in one account and region; what has no region, such as IAM, is in all of its account. */
export async function inventoryAt(sandbox: Sandbox, place: Place): Promise<Holding[]> {
  const lists = await Promise.all(sandbox.services.map(({ list }) => list?.(sandbox.moto, place) ?? []));
  return lists.flat();
}

/**
 * Services that were asked to make something but are not known: an inventory without them would call an
 * account clean that is not.
 */
function unlisted({ calls, services }: Sandbox): Holding[] {
  const known = new Set([...services.map(({ name }) => name), ...READERS]);
  const isMaking = ({ service, operation }: Call): boolean => !known.has(service) && MAKES.test(operation);
  return calls
    .filter(isMaking)
    .map(({ service, operation }) => ({ service, type: 'unlisted', id: operation }));
}

function textOf({ service, type, id }: Holding): string {
  return `${service} ${type} ${id}`;
}
