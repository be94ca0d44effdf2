import { error, type Where } from '../../../diagnostics/diagnostic';
import type { ConfigNode } from '../node';
import type { Code } from '../../../diagnostics/code';
import type { TemplateScope } from './scope';

/** One pass of templating, with what it needs to come back to itself from within a reference. */
export interface Run {
  readonly scope: TemplateScope;
  /** Context keys that are being resolved, outermost first. */
  readonly contextKeys: readonly string[];
  /** Within the actions of a policy, where `ssm:` is a service and no reference. */
  readonly actions: boolean;
  /** Resolves everything in a node. */
  node(node: ConfigNode, run: Run): ConfigNode;
}

/** Reports an error and answers undefined, which stands for "reported" everywhere in this folder. */
export function fail(run: Run, code: Code, where: Where, message: string, help: string): undefined {
  run.scope.report(error(code, where, message, help));
  return undefined;
}
