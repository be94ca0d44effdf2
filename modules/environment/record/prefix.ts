import type { ModuleFinding } from '../../../core/module/define-module';
import type { ModuleRecord } from '../../../core/platform/record';
import type { EnvironmentFacts } from '../facts';
import { mapIn } from './read';

/** So many names are told before the rest is counted. */
const most = 20;

/** A new prefix is for new things: what has a name keeps it. */
export function checkPrefix(
  { config, names }: EnvironmentFacts,
  recorded: ModuleRecord,
): readonly ModuleFinding[] {
  const before = Array.isArray(recorded.prefixes) ? recorded.prefixes[0] : undefined;
  if (typeof before !== 'string' || before === config.resourcePrefix) return [];
  const kept = Object.entries(mapIn(recorded, 'names'))
    .map(([what, name]) => `${what} ${String(name)}`)
    .sort();
  const rest = kept.length > most ? `, and ${String(kept.length - most)} more` : '';
  return [
    {
      severity: 'warning',
      code: 'TL425',
      message: `the prefix was ${before} and is ${config.resourcePrefix}: ${String(kept.length)} names stay as they are (${kept.slice(0, most).join(', ')}${rest}), what is made from now on begins with the new one, and permissions reach ${names.prefixes.join(' and ')}`,
      help: 'Policies of all teams and of the pivot role are rewritten; what teams made themselves under the old prefix stays theirs. Nothing is replaced.',
      path: ['resourcePrefix'],
    },
  ];
}
