import type { ModuleDefinition } from '../core/module/define-module';
import { optionPaths } from '../core/module/option-paths';

const open = '<!-- options -->';
const close = '<!-- /options -->';

/** What has options: a module, or a file of the user's. */
export type Documented = Pick<ModuleDefinition, 'name' | 'config'>;

/** A text with the table of options written anew between the two markers. */
export function withOptionTable(readme: string, definition: Documented): string {
  const start = readme.indexOf(open);
  const end = readme.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the text about ${definition.name} lacks ${open} … ${close}`);
  return `${readme.slice(0, start + open.length)}\n\n${optionTable(definition)}\n\n${readme.slice(end)}`;
}

/** All options as a Markdown table. */
export function optionTable(definition: Documented): string {
  const options = optionPaths(definition.config);
  if (options.length === 0) return 'The module has no options.';
  const rows = options.map(
    ({ path, type, required, default: fallback, description }) =>
      `| \`${path}\` | ${type} | ${required ? '**required**' : fallback === undefined ? '' : `\`${fallback}\``} | ${cell(description)} |`,
  );
  return ['| option | type | default | effect |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
