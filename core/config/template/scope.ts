import type { DynamicPart } from '../../platform/text';
import type { ConfigNode } from '../node';
import type { Report } from '../../../diagnostics/diagnostic';

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

/** The text of a part that was resolved: literal strings and parts that only Terraform knows. */
export type ParameterPart = Extract<DynamicPart, { kind: 'parameter' }>;
