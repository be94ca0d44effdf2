import type { Diagnostic, Place } from '../../diagnostics/diagnostic';
import type { Records } from '../platform/record';
import { lockFileName, type Lock } from './lock-file';
import { recordedPaths } from './records';

/** Protected addresses per stack id. */
export type ProtectedAddresses = ReadonlyMap<string, ReadonlySet<string>>;

/** Where a stack, or an address of one, is recorded. */
type PlaceOf = (stack: string, address?: string) => Place;

/**
 * What the lock records and the configuration no longer makes, as TL701, unless its removal is acknowledged.
 * `made` holds all resource addresses per stack, so lifting a protection is no removal.
 */
export function checkLock(
  lock: Lock | undefined,
  made: ProtectedAddresses,
  isProtected: boolean,
  placeOf: PlaceOf = () => ({ file: lockFileName, line: 1, column: 1 }),
): readonly Diagnostic[] {
  if (!lock) return isProtected ? [missingLock()] : [];
  const acknowledged = new Set(lock.removed.map(({ what }) => what));
  return Object.entries(lock.protected).flatMap(([stack, addresses]) => {
    const present = made.get(stack);
    if (!present) return acknowledged.has(stack) ? [] : [leftStack(stack, addresses.length, placeOf(stack))];
    return addresses
      .filter((address) => !present.has(address) && !acknowledged.has(`${stack}/${address}`))
      .map((address) => leftAddress(stack, address, placeOf(stack, address)));
  });
}

/** The lock before an apply, which may fail halfway: what will be protected is recorded, nothing is forgotten. */
export function grownLock(
  lock: Lock | undefined,
  current: ProtectedAddresses,
  stack: string,
  records: Records | undefined = lock?.records,
): Lock {
  const { protected: known = {}, removed = [], ...kept } = lock ?? {};
  const addresses = [...new Set([...(known[stack] ?? []), ...(current.get(stack) ?? [])])];
  return {
    version: 1,
    protected: { ...known, ...(addresses.length > 0 && { [stack]: addresses }) },
    removed,
    ...kept,
    records,
  };
}

/** The lock after an apply: what is protected now; acknowledgements that have done their work are dropped. */
export function nextLock(
  lock: Lock | undefined,
  current: ProtectedAddresses,
  made: ProtectedAddresses,
  stacks?: ReadonlySet<string>,
  records: Records | undefined = lock?.records,
): Lock {
  const kept = Object.entries(lock?.protected ?? {}).filter(([stack]) => stacks && !stacks.has(stack));
  const written = [...current].filter(
    ([stack, addresses]) => addresses.size > 0 && (!stacks || stacks.has(stack)),
  );
  const known = new Map([...kept, ...written.map(([stack, set]) => [stack, [...set]] as [string, string[]])]);
  const recorded = recordedPaths(records);
  const removed = (lock?.removed ?? []).filter(({ what }) => {
    const [stack = '', address, module] = what.split('/');
    if (module !== undefined) return recorded.has(what);
    return address === undefined
      ? known.has(stack) && !made.has(stack)
      : known.get(stack)?.includes(address) === true;
  });
  return { ...lock, version: 1, protected: Object.fromEntries(known), removed, records };
}

function missingLock(): Diagnostic {
  return {
    severity: 'warning',
    code: 'TL702',
    message: `there is no ${lockFileName}: the deletion of YAML is not noticed`,
    help: 'Write it with `terralake lock` and commit it.',
  };
}

function leftStack(stack: string, count: number, place: Place): Diagnostic {
  return left(place, stack, `stack "${stack}" with ${count} protected resources has left the configuration`);
}

function leftAddress(stack: string, address: string, place: Place): Diagnostic {
  return left(
    place,
    `${stack}/${address}`,
    `${address} of stack "${stack}" has left the configuration and would be destroyed`,
  );
}

function left(place: Place, what: string, message: string): Diagnostic {
  return {
    severity: 'error',
    code: 'TL701',
    message,
    help: `Put it back, or acknowledge the removal in ${lockFileName} under \`removed:\` with \`what: ${what}\` and a \`reason:\`.`,
    place,
  };
}
