/** Kleene's three values: what is not known never counts as yes. */
export type Truth = 'yes' | 'no' | 'unknown';

/** No wins, then unknown. */
export function and(a: Truth, b: Truth): Truth {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
}

/** Yes wins, then unknown. */
export function or(a: Truth, b: Truth): Truth {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
}

/** Unknown stays unknown. */
export function not(truth: Truth): Truth {
  if (truth === 'unknown') return truth;
  return truth === 'yes' ? 'no' : 'yes';
}

/** Whether some item is so. */
export function some<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = 'no';
  for (const item of items) {
    result = or(result, test(item));
    if (result === 'yes') break;
  }
  return result;
}

/** Whether every item is so. */
export function every<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = 'yes';
  for (const item of items) {
    result = and(result, test(item));
    if (result === 'no') break;
  }
  return result;
}

/** What is known for sure. */
export function sure(value: boolean): Truth {
  return value ? 'yes' : 'no';
}
