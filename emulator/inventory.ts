import type { Place } from './proxy/moto-client';
import type { Holding } from './proxy/gap';
import { listEc2 } from './services/ec2/inventory';
import { listGlue } from './services/glue/catalog';
import { listIam } from './services/iam/inventory';
import { listJsonServices } from './services/json-services';
import { listKms } from './services/kms';
import type { Lister } from './services/lister';
import { listEfs, listLakeFormation, listLambda, listRam, listSns } from './services/listed';
import { listS3 } from './services/s3/inventory';
import { unlisted } from './unlisted';
import type { Sandbox } from './sandbox';

export type { Holding } from './proxy/gap';

/** What came and what went between two inventories. */
export interface InventoryDifference {
  readonly added: Holding[];
  readonly removed: Holding[];
}

const LISTERS: readonly Lister[] = [
  listEc2,
  listEfs,
  listGlue,
  listIam,
  listJsonServices,
  listKms,
  listLakeFormation,
  listLambda,
  listRam,
  listS3,
  listSns,
];

/**
 * Everything that exists in the sandbox, in every account and region that was called, in a fixed order.
 * An account that nobody has called yet, but that things were put into, is given as another place.
 * Left out: keys that wait for their deletion, Lake Formation's settings, and default networks.
 */
export async function inventory(sandbox: Sandbox, others: readonly Place[] = []): Promise<Holding[]> {
  const found = [...sandbox.held(), ...unlisted(sandbox.calls)];
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
  const lists = await Promise.all(LISTERS.map((list) => list(sandbox.moto, place)));
  return lists.flat();
}

function textOf({ service, type, id }: Holding): string {
  return `${service} ${type} ${id}`;
}
