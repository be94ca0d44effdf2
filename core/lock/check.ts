import type { Diagnostic, Place } from '../../diagnostics/diagnostic';
import { lockFileName, type Lock, type Made } from './lock';

/**
 * What the lock records and the configuration no longer makes, as TL701, unless its removal is acknowledged. All
 * addresses that are made count, so lifting a protection is no removal.
 */
export function checkLock(lock: Lock, { protectedAddresses, addresses }: Made): readonly Diagnostic[] {
  if (!lock.exists) {
    const isProtected = [...protectedAddresses.values()].some(({ size }) => size > 0);
    return isProtected ? [missingLock()] : [];
  }
  return Object.entries(lock.protected).flatMap(([stack, recorded]) => {
    const present = addresses.get(stack);
    if (!present)
      return lock.acknowledged.has(stack) ? [] : [leftStack(stack, recorded.length, lock.placeOf(stack))];
    return recorded
      .filter((address) => !present.has(address) && !lock.acknowledged.has(`${stack}/${address}`))
      .map((address) => leftAddress(stack, address, lock.placeOf(stack, address)));
  });
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
