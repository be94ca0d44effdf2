/**
 * Runs `work` without the stack traces that CDKTF takes of every token, and nobody reads: half the time of a
 * large synthesis. Errors keep theirs.
 */
export async function withoutTokenTraces<T>(work: () => Promise<T>): Promise<T> {
  const before = Error.prepareStackTrace;
  // CDKTF captures on a plain object; whatever is not an error gets an empty trace instead of a formatted one.
  Error.prepareStackTrace = (error, sites) =>
    error instanceof Error
      ? [String(error), ...sites.map((site) => `    at ${String(site)}`)].join('\n')
      : '';
  try {
    return await work();
  } finally {
    Error.prepareStackTrace = before;
  }
}
