import type { Place } from '../../diagnostics/diagnostic';
import type { AddOptions } from '../module/scope';
import type { Module } from '../platform/platform';

/** The YAML that asked for a resource. Kept beside the stacks: lines move, and the output must not. */
export interface ResourceOrigin {
  /** The module's key in the YAML. */
  readonly module: string;
  readonly place: Place;
  /** For each statement of the resource's policy document, where it is known more closely. */
  readonly statements: readonly (Place | undefined)[];
}

/** The origin of what a module adds with these options. */
export function originOf(module: Module, { from, statementsFrom = [] }: AddOptions): ResourceOrigin {
  return {
    module: module.name,
    place: from ? module.locate(from) : module.place,
    statements: statementsFrom.map((path) => path && module.locate(path)),
  };
}
