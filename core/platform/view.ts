import type { ModuleView } from '../module/define-module';
import { modulesOf } from './checks/words';
import type { Located, Module, Platform } from './platform';
import { registeredFor } from './registered';

/** What a module may know of its platform; undefined for a module that had errors and was left out. */
export function viewOf(platform: Platform, module: Module): ModuleView | undefined {
  const own = modulesOf(platform).find((located) => located.module === module);
  if (!own) return undefined;
  return {
    own,
    siblings: siblingsOf(platform, module.definition.name),
    leftOut: leftOutOf(platform),
    registered: registeredFor(platform, own.environment),
  };
}

function leftOutOf({ environments }: Platform): ReadonlySet<string> {
  return new Set(
    environments.flatMap(({ domain, name, leftOut }) =>
      leftOut.map((module) => `${domain}/${name}/${module}`),
    ),
  );
}

/** All modules of a definition, in file order. */
export function siblingsOf(platform: Platform, definition: string): readonly Located[] {
  return modulesOf(platform).filter(({ module }) => module.definition.name === definition);
}
