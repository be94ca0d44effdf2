import { siteKey } from '../../../aws/site';
import { type Diagnostic, error } from '../../../diagnostics/diagnostic';
import type { Platform } from '../platform';
import { repeated } from './pairs';
import { environmentWords } from './words';

/** Parameter paths have no environment in them, so one account and region holds one environment of a domain. */
export function checkEnvironments(platform: Platform): readonly Diagnostic[] {
  return repeated(
    platform.environments,
    (environment) => `${environment.domain} ${siteKey(environment)}`,
  ).map(([first, second]) =>
    error(
      'TL405',
      [
        { place: second.place, words: 'goes there too' },
        { place: first.place, words: 'is there already' },
      ],
      `${environmentWords(second)} and ${environmentWords(first)} go to the same account and region, where their parameters would collide`,
      'Give one of them another `account` or `region`, or make it a domain of its own.',
    ),
  );
}
