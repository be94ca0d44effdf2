/** What a module outside this repository is written with. */
export { defineModule } from './core/module/define-module';
export type { ModuleContext, ModuleDefinition, ModuleFinding, PathLabel } from './core/module/define-module';
export { configMap, file, folder, json, literal, problem, roleReference, text } from './core/module/fields';
export type {
  ClientSettings,
  ConditionProblem,
  ConditionQuestion,
  PresenceQuestion,
  Questions,
} from './core/module/questions';
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
export * as aws from './core/provider/aws';
export { awsProvider } from './core/provider/requirement';
export type { ProviderRequirement } from './core/provider/requirement';
export { dataSourceOf, resourceOf } from './core/provider/resource-type';
export type { ResourceType } from './core/provider/resource-type';
export { TerraformData } from './core/provider/terraform';
export { call, expression } from './core/provider/expression';
export { jsonText } from './core/blueprint/json-text';
export { Text } from './core/platform/text';
export { scope } from './diagnostics/code';
export type { Code, ScopedCode } from './diagnostics/code';
export { ConfigurationError } from './diagnostics/diagnostic';
export type { Diagnostic, Label, Place } from './diagnostics/diagnostic';
export { synthesize } from './cli/shared/built-in';
