import type { ModuleDefinition } from '../module/define-module';
import type { OrganizationTeams } from '../platform/organization-team';
import type { Platform } from '../platform/platform';
import type { Records } from '../platform/record';
import type { PlatformScope } from './effective/scope';
import type { ModuleLookup } from './modules/lookup';
import type { Reader } from './read';

/** What all steps of loading one platform share. */
export interface LoadContext {
  /** The root file's folder, absolute. */
  readonly folder: string;
  readonly reader: Reader;
  readonly lookup: ModuleLookup;
  readonly scope: PlatformScope;
  readonly stacks: 'per-environment' | 'per-module';
  /** Checks of modules that wait until all modules are known. */
  readonly afterwards: AfterwardsCheck[];
  readonly teams: OrganizationTeams;
  /** What the lock file records of modules. */
  readonly records: Records;
  /** The day to take for today. */
  readonly asOf: string | undefined;
}

/** Given the whole platform, reports what a module finds. */
export type AfterwardsCheck = (platform: Platform) => void;

/** The built-in modules, or those of a test. */
export type Registry = readonly ModuleDefinition[];
