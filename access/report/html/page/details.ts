/** What the page shows for a cell, as it lies in the page. Reasons repeat a lot: each is a list of parts, and parts are kept once. */
export interface Details {
  readonly principals: readonly Described[];
  readonly data: readonly Described[];
  readonly parts: readonly string[];
  /** A reason: positions in `parts`, to be put together without anything between. */
  readonly reasons: readonly (readonly number[])[];
  /** By cell of the report, for each level: its position in `reasons`; -1 for none. */
  readonly cells: readonly (readonly number[])[];
}

/** A principal or data: its label, its ARN, and where it is written (empty if nowhere). */
export type Described = readonly [label: string, arn: string, place: string];
