import type * as z from 'zod';
import type { Diagnostic } from '../config/diagnostic';
import type { ConfigPath } from '../config/locate';
import type { Names } from '../naming/names';
import type { Declaration } from '../platform/declaration';
import type { Registered } from '../platform/registered';
import type { ModuleScope } from './scope';

/** What `declares` may know of where the module stands. */
export interface ModuleContext {
  /** Twelve digits, or undefined for `account: default`. */
  readonly account: string | undefined;
  readonly region: string | undefined;
}

/** A finding of a module's own about its configuration; `path` is the path in the module's YAML. */
export interface ModuleFinding extends Omit<Diagnostic, 'place'> {
  readonly path: ConfigPath;
}

/** A module: its configuration, what it declares and what it builds. Made with {@link defineModule}. */
export interface ModuleDefinition<S extends z.ZodType = z.ZodType> {
  /** The name in `module_path`, `@terralake/<name>`. */
  readonly name: string;
  /** One line for `list` and the documentation. */
  readonly summary: string;
  /** Shape, defaults and documentation of the module's YAML. */
  readonly config: S;
  /** The module belongs to a dataops project: `projectName` names it, and `project:` refers to what it publishes. */
  readonly usesProject?: true;
  /** Plain data about what {@link build} will make. `config` is the parsed configuration. */
  declares(config: z.output<S>, names: Names, context: ModuleContext): Partial<Declaration>;
  /**
   * Notes and errors that a schema cannot express: references between parts of the configuration,
   * options without a meaning on Terraform.
   */
  check?(config: z.output<S>, names: Names, context: ModuleContext): readonly ModuleFinding[];
  /** Notes that need to know what the platform registers with Lake Formation; asked when all modules are known. */
  checkInPlatform?(config: z.output<S>, names: Names, registered: Registered): readonly ModuleFinding[];
  /** Creates constructs through `scope`. Imports what needs cdktf lazily: `(await import('./module')).build(scope, config)`. */
  build(scope: ModuleScope, config: z.output<S>): void | Promise<void>;
}

/** Types a module definition; returns it as it is. */
export function defineModule<S extends z.ZodType>(definition: ModuleDefinition<S>): ModuleDefinition<S> {
  return definition;
}
