import type * as z from 'zod';
import type { ModuleDefinition } from '../../module/define-module';
import type { LoadContext } from '../load-context';
import { checkCommonKeys, commonKeys } from '../mdaa-key-findings';
import { merge, spread } from '../merge';
import { without, child, emptyMap, type ConfigNode, type MapNode, type MapEntry } from '../node';
import type { Reader } from '../read';
import { error } from '../../../diagnostics/diagnostic';
import type { TemplateScope, ProjectReference } from '../template/scope';
import { template } from '../template/template';
import { objectKeys } from '../validate/schema-at';
import { type Position, templateScope } from './scope';
import { listOf, literalText } from './values';
import type { WrittenModule } from './written';

/** A module's configuration with everything resolved that it refers to. Undefined where a file cannot be had. */
export function resolvedConfig(
  written: WrittenModule,
  definition: ModuleDefinition,
  position: Position,
  load: LoadContext,
): MapNode | undefined {
  const scope = templateScope(load.scope, position);
  const config = moduleConfig(written, load.reader, scope);
  if (!config) return undefined;
  checkCommonKeys(config, scope.report);
  const usesProject = definition.usesProject === true;
  const project = projectOf(config, usesProject, scope);
  const whole = usesProject ? withProjectDefaults(config, definition.config) : config;
  const resolved = template(without(whole, ...commonKeys), { ...scope, project });
  return resolved.kind === 'map' ? resolved : undefined;
}

/**
 * A module's configuration as written: its files merged in order, then inline keys on top, each replacing the
 * files' whole. Undefined where a file cannot be had.
 */
function moduleConfig(module: WrittenModule, reader: Reader, scope: TemplateScope): MapNode | undefined {
  const named = [...listOf(module.node, 'app_configs'), ...listOf(module.node, 'module_configs')];
  const files = named.map((node) => configFile(node, reader, scope));
  let config: ConfigNode = emptyMap(module.place);
  for (const file of files) if (file) config = config === undefined ? file : merge(config, file);
  for (const key of ['app_config_data', 'module_config_data']) {
    const inline = child(module.node, key);
    if (inline?.kind === 'map' && config.kind === 'map') config = spread(config, inline);
  }
  return files.every((file) => file !== undefined) && config.kind === 'map' ? config : undefined;
}

function configFile(node: ConfigNode, reader: Reader, scope: TemplateScope): ConfigNode | undefined {
  const file = literalText(node, scope);
  const content = file === undefined ? undefined : reader.named(file, node.place);
  if (!content || content.kind === 'map') return content;
  scope.report(
    error('TL202', content.place, `${file} is a ${content.kind}, not a map`, 'Write keys and values.'),
  );
  return undefined;
}

/**
 * What a module that belongs to a dataops project takes from it unless the YAML says otherwise. MDAA has a
 * fifth, `deploymentRoleArn`; the deploying identity does that role's work here.
 */
const projectDefaults = {
  securityConfigurationName: 'project:securityConfiguration/default',
  bucketName: 'project:projectBucket/default',
  notificationTopicArn: 'project:projectTopicArn/default',
  kmsArn: 'project:kmsArn/default',
} as const;

/** The project that `project:` means in a module's configuration. */
function projectOf(config: MapNode, usesProject: boolean, scope: TemplateScope): ProjectReference {
  const name = literalText(child(config, 'projectName'), scope);
  if (name !== undefined) return { kind: 'named', name };
  return usesProject ? { kind: 'missing' } : { kind: 'none' };
}

/** Adds the defaults that the module's schema knows and the YAML leaves out, placed at `projectName`. */
function withProjectDefaults(config: MapNode, schema: z.ZodType): MapNode {
  const project = config.entries.get('projectName');
  if (!project) return config;
  const known = objectKeys(schema);
  const entries = new Map<string, MapEntry>(config.entries);
  for (const [key, value] of Object.entries(projectDefaults)) {
    if (!known.includes(key) || entries.has(key)) continue;
    const { keyPlace } = project;
    entries.set(key, { keyPlace, value: { kind: 'scalar', value, place: keyPlace } });
  }
  return { ...config, entries };
}
