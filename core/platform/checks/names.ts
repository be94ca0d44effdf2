import { type Diagnostic, error } from '../../../diagnostics/diagnostic';
import { checkName } from '../../../aws/limits';
import type { Platform } from '../platform';
import { modulesOf } from './words';

/** Names that AWS would refuse. */
export function checkNames(platform: Platform): readonly Diagnostic[] {
  return modulesOf(platform)
    .filter(({ environment, module }) =>
      [platform.organization, environment.domain, environment.name, module.name].every(isLegal),
    )
    .flatMap(({ module }) =>
      module.declaration.names.flatMap(({ kind, name }) => {
        const reason = checkName(kind, name);
        const help =
          'Shorten or change organization, domain, environment, module or the key that it is made of.';
        return reason === undefined ? [] : [error('TL501', module.place, reason, help)];
      }),
    );
}

/** A word that breaks the rule was reported where it stands, not again for every name that holds it. */
function isLegal(word: string): boolean {
  return /^[a-z0-9-]+$/.test(word);
}
