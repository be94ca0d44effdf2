import { error, type Place, type Report } from '../../../diagnostics/diagnostic';
import { isPlaceholder } from '../placeholders';

/** Organizations, domains, environments and modules are named with lower-case letters, digits and dashes. */
export function checkName(what: string, name: string, place: Place, report: Report): void {
  if (/^[a-z0-9-]+$/.test(name) || isPlaceholder(name)) return;
  const fixed = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const help =
    fixed === ''
      ? 'Use lower-case letters, digits and dashes.'
      : `Use lower-case letters, digits and dashes: ${fixed}`;
  report(error('TL501', place, `"${name}" cannot be the name of a ${what}`, help));
}
