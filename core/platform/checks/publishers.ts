import { siteKey } from '../../../aws/site';
import { type Diagnostic, error } from '../../../diagnostics/diagnostic';
import type { Platform } from '../platform';
import { repeated } from './pairs';
import { modulesOf, moduleWords } from './words';

/** A parameter path has one publisher in an account and region. */
export function checkPublishers(platform: Platform): readonly Diagnostic[] {
  const publications = modulesOf(platform).flatMap((publisher) =>
    publisher.module.declaration.publishes.map((path) => ({ path, publisher })),
  );
  return repeated(publications, ({ path, publisher }) => `${siteKey(publisher.environment)} ${path}`)
    .filter(([first, second]) => !sameModuleTwice(first.publisher, second.publisher))
    .map(([first, { path, publisher }]) =>
      error(
        'TL404',
        [
          { place: publisher.module.place, words: 'publishes it too' },
          { place: first.publisher.module.place, words: 'publishes it already' },
        ],
        `${path} is published by ${moduleWords(publisher)} and by ${moduleWords(first.publisher)}`,
        'Rename what it stands for in one of the two modules, or the module.',
      ),
    );
}

/** Two environments of one domain in one place are reported as such (TL405), not path by path. */
function sameModuleTwice(a: Located, b: Located): boolean {
  return a.environment !== b.environment && a.environment.domain === b.environment.domain;
}

type Located = ReturnType<typeof modulesOf>[number];
