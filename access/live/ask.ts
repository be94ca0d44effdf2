/** A call that found nothing, or that AWS did not allow. */
export type NoAnswer = 'missing' | 'refused';

/** Whether a call was answered. */
export function answered<T>(answer: T | NoAnswer): answer is T {
  return answer !== 'missing' && answer !== 'refused';
}

const CALLS_AT_ONCE = 8;

const REFUSED = /^(AccessDenied|AuthorizationError|UnauthorizedOperation|NotAuthorized|Forbidden)/;
const MISSING = /^(NoSuch|NotFound|ResourceNotFound|EntityNotFound)|NotFound(Error|Exception)$/;

/** A call to AWS failed for another reason than that something is missing or not allowed. */
class LiveReadError extends Error {
  constructor(call: string, cause: unknown) {
    super(`${call}: ${cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)}`, {
      cause,
    });
    this.name = 'LiveReadError';
  }
}

/** Puts questions to AWS, a few at a time, and keeps what could not be found out. */
export class Asker {
  private readonly limit = new Limit(CALLS_AT_ONCE);
  private readonly notes = new Set<string>();

  /** What could not be found out, for people; sorted, because calls overtake each other. */
  get assumptions(): readonly string[] {
    return [...this.notes].sort();
  }

  note(assumption: string): void {
    this.notes.add(assumption);
  }

  /** Tells that something of the model is not there. @param label how the model calls it */
  noteMissing(what: string, label = what): void {
    this.note(`${what}${what.endsWith(label) ? '' : ` (${label})`} does not exist`);
  }

  /**
   * The answer of a call, or of several that page through a list.
   * @param call the operation and what it is about, as people know it
   * @param consequence what is taken for true when the call is refused
   * @throws LiveReadError
   */
  async ask<T>(call: string, consequence: string, send: () => Promise<T>): Promise<T | NoAnswer> {
    try {
      return await this.limit.run(send);
    } catch (error) {
      if (isMissing(error)) return 'missing';
      if (!isRefused(error)) throw new LiveReadError(call, error);
      this.note(`${call} was refused: ${consequence}`);
      return 'refused';
    }
  }
}

/** All items of a paginated list. */
export async function allOf<P, T>(
  pages: AsyncIterable<P>,
  items: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...(items(page) ?? []));
  return all;
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && REFUSED.test(error.name);
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // Athena has one name for all wrong requests.
  return (
    MISSING.test(error.name) || (error.name === 'InvalidRequestException' && /not found/i.test(error.message))
  );
}

/** Runs at most a number of things at once; the others wait in order. */
export class Limit {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  async run<T>(start: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await start();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

/** Answers that are asked for several times and fetched once. */
export class Once<T> {
  private readonly known = new Map<string, Promise<T>>();

  get(name: string, fetch: () => Promise<T>): Promise<T> {
    const found = this.known.get(name) ?? fetch();
    this.known.set(name, found);
    return found;
  }
}
