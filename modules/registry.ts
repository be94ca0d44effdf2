import type { ModuleDefinition } from '../core/module/define-module';

/** The built-in modules. To add one: import its definition and append a line. */
export const registry: readonly ModuleDefinition[] = [];
