import type { ModuleDefinition } from '../core/module/define-module';
import { optionPaths } from '../core/module/option-paths';

const open = '<!-- options -->';
const close = '<!-- /options -->';

/** A module's README with its option table written anew between the two markers. */
export function withOptionTable(readme: string, definition: ModuleDefinition): string {
  const start = readme.indexOf(open);
  const end = readme.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the README of ${definition.name} lacks ${open} … ${close}`);
  return `${readme.slice(0, start + open.length)}\n\n${optionTable(definition)}\n\n${readme.slice(end)}`;
}

/** All options of a module as a Markdown table. */
export function optionTable(definition: ModuleDefinition): string {
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
