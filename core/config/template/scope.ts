import type { Code } from '../../../diagnostics/code';
import { error, type Report, type Where } from '../../../diagnostics/diagnostic';
import type { ConfigNode } from '../node';

/** A word that `{{word}}` stands for: text, or what only Terraform knows. */
export type Word = { readonly literal: string } | { readonly dynamic: 'account' | 'region' | 'partition' };

/** What references mean at the place where a value is written. */
export interface TemplateScope {
  readonly organization: string;
  /** The domain whose `generated-role` and `project:` paths are meant. */
  readonly domain: string;
  readonly environment: string;
  /** `org`, `domain`, `env`, `module_name`, `account`, `region`, `partition`, as far as they are known here. */
  readonly words: ReadonlyMap<string, Word>;
  /** Context as written; its own references are resolved where it is used. */
  readonly context: ReadonlyMap<string, ConfigNode>;
  /** The environment of the process. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** What `project:` refers to. */
  readonly project: ProjectReference;
  readonly report: Report;
}

/** The module's `projectName`: written, expected but missing, or foreign to the module. */
export type ProjectReference =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'none' };

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
