import type { TerraformResource } from 'cdktf';
import type { AddressKey, ElementClass, ModuleScope } from '../../../core/module/scope';
import { addressed } from './addressed';
import type { Choice } from './choice';

/** Makes resources that are there only where Studio has a VPC of its own. */
export class MadeOnly {
  constructor(
    private readonly scope: ModuleScope,
    private readonly choice: Choice,
  ) {}

  /** One resource. */
  one<P, R extends TerraformResource>(type: ElementClass<P, R>, key: AddressKey, config: P): Made {
    const made = this.scope.add(type, key, config);
    made.addOverride('count', `\${${this.choice.created} ? 1 : 0}`);
    return { made, all: addressed(made), own: `${addressed(made)}[0]` };
  }

  /** One resource in each zone, by the name of the zone. */
  perZone<P, R extends TerraformResource>(type: ElementClass<P, R>, key: AddressKey, config: P): Made {
    const made = this.scope.add(type, key, config);
    made.addOverride('for_each', `\${toset(${this.choice.zones})}`);
    return { made, all: addressed(made), own: `${addressed(made)}[each.key]` };
  }
}

/** A resource, and how expressions refer to it. */
export interface Made {
  readonly made: TerraformResource;
  /** All of it. */
  readonly all: string;
  /** The one that there is, or that of the zone whose resource has the expression. */
  readonly own: string;
}

/** The number of the zone among the zones: `each.key` is its name. */
export function zoneIndex({ zones }: Choice): string {
  return `index(${zones}, each.key)`;
}
