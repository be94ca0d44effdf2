import type { Referable } from '../../../core/provider/made';
import type { ArgumentsOf, ResourceType } from '../../../core/provider/resource-type';
import type { AddressKey, ModuleScope } from '../../../core/module/scope';
import { addressed } from './addressed';
import type { Choice } from './choice';

/** Makes resources that are there only where Studio has a VPC of its own. */
export class MadeOnly {
  constructor(
    private readonly scope: ModuleScope,
    private readonly choice: Choice,
  ) {}

  /** One resource. */
  one<C, R>(type: ResourceType<C, R>, key: AddressKey, config: ArgumentsOf<C>): Made {
    const raw = { count: `\${${this.choice.created} ? 1 : 0}` };
    const made = this.scope.add(type, key, config, { raw });
    return { made, all: addressed(made), own: `${addressed(made)}[0]` };
  }

  /** One resource in each zone, by the name of the zone. */
  perZone<C, R>(type: ResourceType<C, R>, key: AddressKey, config: ArgumentsOf<C>): Made {
    const raw = { for_each: `\${toset(${this.choice.zones})}` };
    const made = this.scope.add(type, key, config, { raw });
    return { made, all: addressed(made), own: `${addressed(made)}[each.key]` };
  }
}

/** A resource, and how expressions refer to it. */
export interface Made {
  readonly made: Referable;
  /** All of it. */
  readonly all: string;
  /** The one that there is, or that of the zone whose resource has the expression. */
  readonly own: string;
}

/** The number of the zone among the zones: `each.key` is its name. */
export function zoneIndex({ zones }: Choice): string {
  return `index(${zones}, each.key)`;
}
