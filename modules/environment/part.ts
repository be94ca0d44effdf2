import type { Declaration } from '../../core/platform/declaration';
import type { NameKind } from '../../aws/limits';
import type { ModuleContext, ModuleFinding, ModuleView } from '../../core/module/define-module';
import { factsOf, type EnvironmentFacts } from './facts';
import type { Named, NameParts } from './names';

/** A physical name of an environment. */
export interface EnvironmentName {
  /** AWS's kind. */
  readonly kind: NameKind;
  readonly name: string;
  /** What it is the name of: recorded in the lock file, so that it stays when the prefix changes. */
  readonly of?: readonly [Named, NameParts];
}

/** An environment among the environments of the platform. */
export interface Neighbourhood {
  readonly own: EnvironmentFacts;
  /** All environments, the own one included, in file order. */
  readonly all: readonly EnvironmentFacts[];
  /** Paths of modules that had errors, environments among them: what they hold is not known. */
  readonly leftOut: ReadonlySet<string>;
}

/** An environment among the others, from what its module may know of the platform. */
export function neighbourhoodOf({
  own,
  siblings,
  leftOut,
}: Pick<ModuleView, 'own' | 'siblings' | 'leftOut'>): Neighbourhood {
  return { own: factsOf(own), all: siblings.map(factsOf), leftOut };
}

/** What one part of an environment declares and checks; it is built by `module.ts`. Everything is plain data. */
export interface Part {
  /** Names of everything that the part makes. */
  names?(facts: EnvironmentFacts): readonly EnvironmentName[];
  /** Paths of parameters below the module's, `bucket/name`. */
  publishes?(facts: EnvironmentFacts): readonly string[];
  /** Further declarations: settings, order. A registered bucket is named by its path below the module's. */
  declares?(
    facts: EnvironmentFacts,
  ): Partial<
    Pick<
      Declaration,
      'claims' | 'claimsIfFree' | 'after' | 'contributes' | 'follows' | 'reaches' | 'registers'
    >
  >;
  /** What the schema cannot say. */
  check?(facts: EnvironmentFacts, context: ModuleContext): readonly ModuleFinding[];
  /** Names of what the part makes because of other environments. */
  namesInPlatform?(neighbourhood: Neighbourhood): readonly EnvironmentName[];
  /** What needs other environments. */
  checkInPlatform?(neighbourhood: Neighbourhood): readonly ModuleFinding[];
}

/** A name as {@link Part.names} gives it. */
export function nameOf(
  facts: EnvironmentFacts,
  kind: NameKind,
  named: Named,
  parts: NameParts = [],
): EnvironmentName {
  return { kind, name: facts.names.name(named, parts), of: [named, parts] };
}
