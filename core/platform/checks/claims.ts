import { describeSite, siteKey } from '../../../aws/site';
import { type Diagnostic, error } from '../../../diagnostics/diagnostic';
import type { Platform } from '../platform';
import { repeated } from './pairs';
import { modulesOf, moduleWords } from './words';

/** A setting that an account and region has once has one owner. */
export function checkClaims(platform: Platform): readonly Diagnostic[] {
  const claims = modulesOf(platform).flatMap((owner) =>
    owner.module.declaration.claims.map((claim) => ({ claim, owner })),
  );
  return repeated(claims, ({ claim, owner }) => `${claim} ${siteKey(owner.environment)}`).map(
    ([first, { claim, owner }]) =>
      error(
        'TL403',
        [
          { place: owner.module.place, words: 'owns it too' },
          { place: first.owner.module.place, words: 'owns it already' },
        ],
        `${moduleWords(owner)} and ${moduleWords(first.owner)} both own the ${claim} of ${describeSite(owner.environment)}`,
        'Keep one of the two modules, or deploy them into different accounts.',
      ),
  );
}
