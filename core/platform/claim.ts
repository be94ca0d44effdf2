/**
 * A setting that an account and region has once. It has one owner in a platform; others may wait for it
 * (`after`) or add to it (`contributes`).
 */
export const claims = [
  'lake formation settings',
  'glue catalog encryption',
  'glue catalog policy',
  'macie session',
  'environment',
] as const;

export type Claim = (typeof claims)[number];
