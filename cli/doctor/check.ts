/** One thing that was looked at. */
export interface Check {
  /** What was looked at. */
  readonly check: string;
  readonly ok: boolean;
  /** What is there, or what is wrong. */
  readonly found: string;
  /** What to do where it is not fine. */
  readonly help?: string;
}
