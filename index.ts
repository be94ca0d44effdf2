/** What a module outside this repository is written with. */
export { defineModule } from './core/module/define-module';
export type { ModuleContext, ModuleDefinition, ModuleFinding, PathLabel } from './core/module/define-module';
export { configMap, file, folder, json, literal, problem, roleReference, text } from './core/module/fields';
export type {
  AddOptions,
  AddressKey,
  ModuleScope,
  Protection,
  PublishOptions,
  Role,
} from './core/module/scope';
export type { Names, Naming, NamingProps, PathScope } from './core/naming/names';
export type { Claim } from './core/platform/claim';
export type { Declaration, PhysicalName } from './core/platform/declaration';
export type { NameKind } from './aws/limits';
export type { RoleReference } from './core/platform/role-reference';
export { Text } from './core/platform/text';
export { scope } from './diagnostics/code';
export type { Code, ScopedCode } from './diagnostics/code';
export { ConfigurationError } from './diagnostics/diagnostic';
export type { Diagnostic, Label, Place } from './diagnostics/diagnostic';
export { synthesize } from './core/synthesize';
