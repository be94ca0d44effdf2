import { ConfigurationError, type Diagnostic, type Place } from '../../diagnostics/diagnostic';
import { child, type ConfigNode } from '../config/node';
import type { Records } from '../platform/record';
import type { StackPlan } from '../platform/stacks';
import { forgottenRecords, grownRecords, nextRecords, recordedPaths } from './records';

/** The file beside the root file that records what must not vanish. */
export const lockFileName = 'platform.lock.yaml';

/** What a lock file says. */
export interface LockContent {
  /** Stack id → addresses of protected resources. */
  readonly protected: Readonly<Record<string, readonly string[]>>;
  /** What may leave the configuration, by `<stack>`, `<stack>/<address>` or `<domain>/<environment>/<module>`, and why. */
  readonly removed: readonly { readonly what: string; readonly reason: string }[];
  /** Definition → `<domain>/<environment>/<module>` → what the module's definition records of it. */
  readonly records: Records;
}

/** Addresses per stack id. */
export type StackAddresses = ReadonlyMap<string, ReadonlySet<string>>;

/** What a synthesis made, as far as the lock wants to know. */
export interface Made {
  readonly protectedAddresses: StackAddresses;
  /** All addresses, protected or not. */
  readonly addresses: StackAddresses;
}

/** Where a lock came from. */
export interface LockOrigin {
  readonly node?: ConfigNode;
  /** Why the file could not be read: then the lock says nothing, and may not be written. */
  readonly problem?: Diagnostic;
  /** Tells whether the file has been written since. */
  readonly stamp?: string;
}

/**
 * What `platform.lock.yaml` says: a value that is read once and handed on. What changes it gives a new one; see
 * `readLock` and `writeLock`.
 */
export class Lock {
  /** Stacks, addresses and modules whose leaving is acknowledged. */
  readonly acknowledged: ReadonlySet<string>;

  /** @param content undefined where there is no file */
  constructor(
    readonly folder: string,
    readonly content: LockContent | undefined,
    readonly origin: LockOrigin = {},
  ) {
    this.acknowledged = new Set(this.removed.map(({ what }) => what));
  }

  /** @throws ConfigurationError TL703 where the file could not be read */
  assertReadable(): void {
    if (this.origin.problem) throw new ConfigurationError([this.origin.problem]);
  }

  get exists(): boolean {
    return this.content !== undefined;
  }

  get protected(): LockContent['protected'] {
    return this.content?.protected ?? {};
  }

  get removed(): LockContent['removed'] {
    return this.content?.removed ?? [];
  }

  get records(): Records {
    return this.content?.records ?? {};
  }

  /** Where a stack, or an address of one, is recorded. */
  placeOf(stack: string, address?: string): Place {
    const stacks = child(this.origin.node, 'protected');
    const entry = stacks?.kind === 'map' ? stacks.entries.get(stack) : undefined;
    const items = entry?.value.kind === 'list' && address !== undefined ? entry.value.items : [];
    const item = items.find((node) => node.kind === 'scalar' && node.value === address);
    return item?.place ?? entry?.keyPlace ?? beginning;
  }

  /** Where a module is recorded. */
  recordPlaceOf(definition: string, path: string): Place {
    const modules = child(child(this.origin.node, 'records'), definition);
    return (modules?.kind === 'map' ? modules.entries.get(path)?.keyPlace : undefined) ?? beginning;
  }

  /** Before an apply, which may fail halfway: what will be protected is recorded, nothing is forgotten. */
  beforeApply({ protectedAddresses }: Made, plan: StackPlan): Lock {
    const known = this.protected[plan.id] ?? [];
    const addresses = [...new Set([...known, ...(protectedAddresses.get(plan.id) ?? [])])];
    return this.with({
      protected: { ...this.protected, ...(addresses.length > 0 && { [plan.id]: addresses }) },
      records: grownRecords(this.records, plan),
    });
  }

  /**
   * After an apply: what is protected now, and the records of the stack's modules as they are.
   * @param applied the modules that were applied, where those are not all of the stack: the others are as they were
   */
  afterApply(made: Made, plan: StackPlan, applied: StackPlan | undefined): Lock {
    const records = applied
      ? grownRecords(this.records, applied)
      : nextRecords(this.records, [plan], { others: 'kept' });
    return this.next(made, records, plan.id);
  }

  /** After the end of a stack: nothing of it is protected or recorded. */
  afterDestroy(plan: StackPlan): Lock {
    if (!this.exists) return this;
    const nothing = { protectedAddresses: new Map(), addresses: new Map() };
    return this.next(nothing, forgottenRecords(this.records, plan), plan.id);
  }

  /** All of it anew: for these stacks, which are all that there are. */
  anew(made: Made, plans: readonly StackPlan[]): Lock {
    return this.next(made, nextRecords(this.records, plans, { others: 'dropped' }));
  }

  /** With other records. */
  withRecords(records: Records): Lock {
    return this.with({ records });
  }

  /** What is protected now in one stack or in all; acknowledgements that have done their work are dropped. */
  private next({ protectedAddresses, addresses }: Made, records: Records, only?: string): Lock {
    const isMeant = (stack: string): boolean => only === undefined || stack === only;
    const kept = Object.entries(this.protected).filter(([stack]) => !isMeant(stack));
    const written = [...protectedAddresses]
      .filter(([stack, set]) => set.size > 0 && isMeant(stack))
      .map(([stack, set]) => [stack, [...set]] as const);
    const known = new Map([...kept, ...written]);
    const recorded = recordedPaths(records);
    const removed = this.removed.filter(({ what }) => {
      const [stack = '', address, module] = what.split('/');
      if (module !== undefined) return recorded.has(what);
      return address === undefined
        ? known.has(stack) && !addresses.has(stack)
        : known.get(stack)?.includes(address) === true;
    });
    return this.with({ protected: Object.fromEntries(known), removed, records });
  }

  private with(changes: Partial<LockContent>): Lock {
    const { protected: known, removed, records } = this;
    return new Lock(this.folder, { protected: known, removed, records, ...changes }, this.origin);
  }
}

const beginning: Place = { file: lockFileName, line: 1, column: 1 };
