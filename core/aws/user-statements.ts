import type { ConfigPath } from '../config/locate';
import type { ModuleContext } from '../module/define-module';
import { partitionOf } from '../../aws/regions';
import type { Text } from '../platform/text';
import { escapeTemplate } from '../platform/escape';
import type { Conditions, PolicyStatement } from '../../aws/iam/statement';
import { unknownValue } from '../../aws/iam/size';
import type { UserConditions, UserStatement } from './user-statement';

/**
 * A user's statements for a policy; `value` makes Terraform strings of texts, as `scope.value` does, and `from`
 * leads to the document in the module's YAML.
 */
export function userStatements(
  statements: readonly UserStatement[],
  value: (text: Text) => string,
  from: ConfigPath,
): readonly PolicyStatement[] {
  const all = (texts: readonly Text[]): readonly string[] => texts.map(value);
  return statements.map(
    ({ sid, effect, actions, notActions, resources, notResources, conditions, path }) => ({
      from: [...from, ...path],
      // A Sid is a name only: what Terraform alone knows is of no use in it.
      ...(sid?.literal !== undefined && { sid: sid.literal }),
      effect,
      ...(actions && { actions: all(actions) }),
      ...(notActions && { notActions: all(notActions) }),
      ...(resources && { resources: all(resources) }),
      ...(notResources && { notResources: all(notResources) }),
      ...(conditions && { conditions: userConditions(conditions, value) }),
    }),
  );
}

/** A user's conditions for a statement. */
export function userConditions(conditions: UserConditions, value: (text: Text) => string): Conditions {
  return mapEntries(conditions, (keys) => mapEntries(keys, (texts) => texts.map(value)));
}

/** Stands for `scope.value` where there is no scope, in `declares`: measures what `scope.value` would give. */
export function measuredValue({
  account,
  region,
}: Pick<ModuleContext, 'account' | 'region'>): (text: Text) => string {
  const known = { account, region, partition: partitionOf(region) };
  return (text) =>
    text.parts
      .map((part) => {
        if (typeof part === 'string') return escapeTemplate(part);
        return (part.kind === 'parameter' ? undefined : known[part.kind]) ?? unknownValue;
      })
      .join('');
}

function mapEntries<V, R>(map: Readonly<Record<string, V>>, change: (value: V) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [escapeTemplate(key), change(value)]));
}
