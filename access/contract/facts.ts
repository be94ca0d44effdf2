import type { AccessModel } from '../model/model';
import type { Broken, Verified } from './verified';
import type { Rule } from './schema';

/** What only rules about access have. */
const aboutAccess = [
  'who',
  'only',
  'except',
  'session',
  'may',
  'may_not',
  'on',
  'but_not_on',
  'like',
  'with',
] as const;

/** A rule about what every resource of a kind has: settings that no policy decides. */
export function checkFacts(model: AccessModel, rule: Rule, position: number): Omit<Verified, 'rules'> {
  const mixed = aboutAccess.find((key) => rule[key] !== undefined);
  if (mixed !== undefined) {
    const message = `rule ${rule.id} has both every and ${mixed}`;
    const help = 'Make two rules: one about what resources have, one about who may do what.';
    return { checks: 0, broken: [], misnamed: [{ code: 'TL910', path: ['rules', position], message, help }] };
  }
  const things = thingsOf(model, rule.every ?? '');
  const wanted = Object.entries(rule.has ?? {});
  if (things.length === 0 || wanted.length === 0) {
    const message =
      things.length === 0
        ? `the platform has no ${rule.every ?? ''}`
        : `rule ${rule.id} says nothing that a ${rule.every ?? ''} must have`;
    const kinds = [...new Set(model.resources.map(({ kind }) => kind)), 'lake formation'].join(', ');
    const help = things.length === 0 ? `There are: ${kinds}.` : 'Add `has`.';
    const path = ['rules', position, things.length === 0 ? 'every' : 'id'];
    return { checks: 0, broken: [], misnamed: [{ code: 'TL910', path, message, help }] };
  }
  const broken = things.flatMap(({ label, data }) =>
    wanted.flatMap(([path, value]): readonly Broken[] => {
      const found = valueAt(data, path);
      if (JSON.stringify(found) === JSON.stringify(value)) return [];
      return [
        {
          rule,
          position,
          who: label,
          action: path,
          on: label,
          expected: JSON.stringify(value),
          found: JSON.stringify(found) ?? 'nothing',
          answer: undefined,
        },
      ];
    }),
  );
  return { checks: things.length * wanted.length, broken, misnamed: [] };
}

function thingsOf(model: AccessModel, kind: string): readonly { label: string; data: unknown }[] {
  if (kind === 'lake formation') {
    return model.lakeFormation
      .filter(({ origin }) => origin)
      .map((data) => ({ label: `Lake Formation in ${data.account}`, data }));
  }
  return model.resources
    .filter((resource) => resource.kind === kind)
    .map((data) => ({ label: `${kind} ${data.label}`, data }));
}

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      data,
    );
}
