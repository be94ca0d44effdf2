import type { ModuleDefinition } from '../core/module/define-module';
import { optionPaths } from '../core/module/option-paths';
import { between, markdownTable } from './between';

/** What has options: a module, or a file of the user's. */
export type Documented = Pick<ModuleDefinition, 'name' | 'config'>;

/** A text with the table of options written anew between the two markers. */
export function withOptionTable(readme: string, definition: Documented): string {
  return between(readme, 'options', optionTable(definition));
}

/** All options as a Markdown table. */
export function optionTable(definition: Documented): string {
  const options = optionPaths(definition.config);
  if (options.length === 0) return 'The module has no options.';
  const rows = options.map(({ path, type, required, default: fallback, description }) => [
    `\`${path}\``,
    type,
    required ? '**required**' : fallback === undefined ? '' : `\`${fallback}\``,
    description,
  ]);
  return markdownTable(['option', 'type', 'default', 'effect'], rows);
}
