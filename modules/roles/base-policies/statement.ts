import type { Conditions } from '../../../aws/iam/statement';

/** A statement of a base policy; its resources get the partition and region of the stack. */
export interface BaseStatement {
  readonly resources: readonly string[];
  readonly service: string;
  readonly actions: readonly string[];
  readonly conditions?: Conditions;
}
