import type * as z from 'zod';
import type { OtherSite } from '../../aws/site';
import type { Diagnostic, Label } from '../../diagnostics/diagnostic';
import type { ConfigPath } from '../config/locate';
import type { Names } from '../naming/names';
import type { Declaration, PhysicalName } from '../platform/declaration';
import type { OrganizationTeams } from '../platform/organization-team';
import type { Located } from '../platform/platform';
import type { ModuleRecord } from '../platform/record';
import type { Registered } from '../platform/registered';
import type { Questions } from './questions';
import type { ModuleScope } from './scope';

/** What `declares` may know of where the module stands. */
export interface ModuleContext {
  /** Twelve digits, or undefined for `account: default`. */
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly teams: OrganizationTeams;
  /** What the lock file has of this module: an earlier result of its definition's `record`. */
  readonly recorded: ModuleRecord | undefined;
  /** The day to take for today, `YYYY-MM-DD`; undefined where nothing is to expire. */
  readonly asOf: string | undefined;
  /** Other accounts and regions that the YAML lets the module reach (`additional_accounts`, `additional_stacks`). */
  readonly additionalTargets?: readonly OtherSite[];
}

/** What a module may know of the rest of the platform, when all modules are known. */
export interface ModuleView {
  /** Whether a folder of a bucket is registered with Lake Formation in the module's account and region. */
  readonly registered: Registered;
  /** The module itself. */
  readonly own: Located;
  /** The modules of the same definition in the whole platform, in file order, itself included. */
  readonly siblings: readonly Located[];
  /** Paths (`<domain>/<environment>/<module>`) of modules that had errors: nothing can be said about what they hold. */
  readonly leftOut: ReadonlySet<string>;
}

/** A finding about a module that has left the configuration. */
export type GoneFinding = Omit<Diagnostic, 'place'>;

/** A finding of a module's own about its configuration; `path` is the path in the module's YAML. */
export interface ModuleFinding extends Omit<Diagnostic, 'place' | 'others'> {
  readonly path: ConfigPath;
  /** Further places: paths in the module's YAML, or places in that of other modules (`module.locate(path)`). */
  readonly others?: readonly (Label | PathLabel)[];
}

/** A part of a module's YAML, and what it has to do with a finding. */
export interface PathLabel {
  readonly path: ConfigPath;
  readonly words?: string;
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
  /** Names of what the module makes because of other modules of its definition; asked when all modules are known. */
  namesInPlatform?(config: z.output<S>, names: Names, view: ModuleView): readonly PhysicalName[];
  /** Findings that need to know other modules; asked when all modules are known. */
  checkInPlatform?(config: z.output<S>, names: Names, view: ModuleView): readonly ModuleFinding[];
  /**
   * Tags of the module's own, by the first two parts of an address (`bucket` and `raw` of
   * `aws_s3_bucket.lake__bucket__raw`). They win over the user's; those of a single resource win over them.
   */
  tags?(
    config: z.output<S>,
    names: Names,
    context: ModuleContext,
  ): (part: string, object: string) => Readonly<Record<string, string>>;
  /** ARN of the policy that bounds the roles of the module, where its own configuration says so. */
  boundary?(config: z.output<S>): string | undefined;
  /** What the lock file is to record, so that later checks can compare. Plain data, in a stable order. */
  record?(config: z.output<S>, names: Names, context: ModuleContext): ModuleRecord;
  /** The record again, with what is to be recorded because of other modules; asked when all modules are known. */
  recordInPlatform?(record: ModuleRecord, config: z.output<S>, view: ModuleView): ModuleRecord;
  /** Findings about a module `<domain>/<environment>/<module>` that the lock file has and the configuration has not. */
  checkGone?(path: string, recorded: ModuleRecord, siblings: readonly Located[]): readonly GoneFinding[];
  /** What AWS is asked before the module's stack is planned; asked when all modules are known. */
  questions?(config: z.output<S>, view: ModuleView): Questions;
  /** Draws what will stand, through `scope`. */
  build(scope: ModuleScope, config: z.output<S>): void;
}

/** Types a module definition; returns it as it is. */
export function defineModule<S extends z.ZodType>(definition: ModuleDefinition<S>): ModuleDefinition<S> {
  return definition;
}
