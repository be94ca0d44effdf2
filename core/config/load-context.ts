import type { ModuleDefinition } from '../module/define-module';
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
}

/** The built-in modules, or those of a test. */
export type Registry = readonly ModuleDefinition[];
