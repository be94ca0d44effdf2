import type { ModuleContext as Target, ModuleDefinition } from '../module/define-module';
import type { Registered } from '../platform/registered';
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
}

/** Given what is registered for an account and region, reports what a module finds. */
export type AfterwardsCheck = (registered: (target: Target) => Registered) => void;

/** The built-in modules, or those of a test. */
export type Registry = readonly ModuleDefinition[];
