import type { ModuleContext, ModuleDefinition } from '../../module/define-module';
import { createNames } from '../../naming/create-names';
import type { Module } from '../../platform/platform';
import { placedIn } from '../../platform/placed';
import { Text } from '../../platform/text';
import { viewOf } from '../../platform/view';
import { child, hasFailed } from '../node';
import { type ConfigPath, placeAt } from '../locate';
import type { LoadContext } from '../load-context';
import { customNaming } from '../modules/naming';
import { error, type Report } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { validate, type Valid } from '../validate/validate';
import { declare, guarded, tell } from './declare';
import { innermost, literalText, type Levels } from './values';
import { resolvedConfig } from './module-config';
import { checkPartitions } from './partitions';
import { type Position, templateScope } from './scope';
import { ownSettings } from './own-settings';
import { moduleSystemTags, type Tags } from './tags';
import type { WrittenModule } from './written';

/** Resolves everything that is written about a module. Undefined where something in it is wrong. */
export function resolveModule(
  written: WrittenModule,
  environment: Position,
  environmentTags: Tags,
  shared: LoadContext,
): Module | undefined {
  const engine = child(written.node, 'module_type');
  // Told already; its path is a folder of Terraform, and nothing below would make sense of it.
  if (engine?.kind === 'scalar' && engine.value === 'tf') return undefined;
  let failed = false;
  const load: LoadContext = {
    ...shared,
    scope: {
      ...shared.scope,
      report: (diagnostic) => {
        failed ||= diagnostic.severity === 'error';
        shared.scope.report(diagnostic);
      },
    },
  };
  const module = resolve(written, environment, environmentTags, load);
  return failed ? undefined : module;
}

function resolve(
  written: WrittenModule,
  environment: Position,
  environmentTags: Tags,
  load: LoadContext,
): Module | undefined {
  const levels: Levels = [...environment.levels, written.node];
  const position: Position = { ...environment, levels, module: written.name };
  const scope = templateScope(load.scope, position);
  const found = definitionOf(written, scope, load);
  const own = ownSettings(written, levels, environmentTags, scope, load, environment.target?.region);
  const node = found && resolvedConfig(written, found.definition, position, load);
  const naming = customNaming(levels, load.folder, scope);
  if (!found || !node) return undefined;
  checkPartitions(node, environment.target?.region, scope.report);

  const { definition, path } = found;
  const { name, place } = written;
  const { organization, domain, environment: env } = scope;
  return guarded(definition, place, scope.report, () => {
    const valid = validate(node, definition.config, place, load.folder, scope.report);
    if (!valid || hasFailed(node)) return undefined;
    const names = createNames({ organization, domain, environment: env, module: name }, naming);
    const recorded = load.records[definition.name]?.[`${domain}/${env}/${name}`];
    const context: ModuleContext = {
      account: environment.target?.account,
      region: environment.target?.region,
      teams: load.teams,
      recorded,
      asOf: load.asOf,
      additionalTargets: own.additionalTargets,
    };
    const declaration = declare(definition, valid, names, context, place, scope.report);
    const locate = (path: ConfigPath) => placeAt(valid.node, path, place);
    const tags = { ...own.tags, ...moduleSystemTags(scope, name, definition.name) };
    const { config } = valid;
    const record = definition.record?.(config, names, context);
    const tagsOf = definition.tags?.(config, names, context) ?? (() => ({}));
    const boundary = definition.boundary?.(config);
    const placed = placedIn(config, locate);
    const placeOf = (written: unknown) => placed(written) ?? place;
    const module: Module = {
      ...own,
      ...(boundary !== undefined && { permissionsBoundaryArn: Text.of(boundary) }),
      ...{
        name,
        path,
        place,
        locate,
        placeOf,
        definition,
        config,
        names,
        declaration,
        record,
        context,
        tags,
        tagsOf,
      },
    };
    checkAfterwards(module, valid, load, scope.report);
    return module;
  });
}

/** Asks the module once more, when all modules are known. */
function checkAfterwards(module: Module, { config, node }: Valid, load: LoadContext, report: Report): void {
  const { definition, names, place } = module;
  if (!definition.checkInPlatform) return;
  load.afterwards.push((platform) => {
    guarded(definition, place, report, () => {
      const view = viewOf(platform, module);
      if (view) tell(definition.checkInPlatform?.(config, names, view) ?? [], node, place, report);
    });
  });
}

function definitionOf(
  written: WrittenModule,
  scope: TemplateScope,
  load: LoadContext,
): { readonly definition: ModuleDefinition; readonly path: string } | undefined {
  const node = innermost([written.node], 'cdk_app', 'module_path');
  if (!node) {
    const help = 'Add `module_path: "@terralake/<module>"`.';
    scope.report(error('TL203', written.place, `the module "${written.name}" has no \`module_path\``, help));
    return undefined;
  }
  const path = literalText(node, scope);
  const definition = path === undefined ? undefined : load.lookup.find(path, node.place, scope.report);
  return path === undefined || !definition ? undefined : { definition, path };
}
