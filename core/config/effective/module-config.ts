import { child, type ConfigNode, emptyMap, type MapNode } from '../node';
import { merge, spread } from '../merge';
import type { Reader } from '../read';
import { error } from '../../../diagnostics/diagnostic';
import type { TemplateScope } from '../template/scope';
import { listOf } from './inherit';
import { literalText } from './values';
import type { WrittenModule } from './written';

/**
 * A module's configuration as written: its files merged in order, then inline keys on top, each replacing the
 * files' whole. Undefined where a file cannot be had.
 */
export function moduleConfig(
  module: WrittenModule,
  reader: Reader,
  scope: TemplateScope,
): MapNode | undefined {
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
