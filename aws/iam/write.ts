import { effective, type PolicyStatement } from './statement';

/** Statements as a document has them: Sids unique and legal, single values without brackets. */
export function policyJson(statements: readonly PolicyStatement[]): readonly Record<string, unknown>[] {
  return withUniqueSids(statements).map(toJson);
}

/** The JSON of a policy document. Statements keep their order; those that could never match are dropped. */
export function policyDocument(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: policyJson(effective(statements)) });
}

function withUniqueSids(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const taken = new Set<string>();
  return statements.map(({ sid, ...statement }) => {
    const legal = legalSid(sid ?? '');
    if (legal === '') return statement;
    let unique = legal;
    for (let number = 2; taken.has(unique); number++) unique = `${legal}${String(number)}`;
    taken.add(unique);
    return { sid: unique, ...statement };
  });
}

/** Letters and digits only, which every service accepts: `/data_Read` becomes `DataRead`. */
export function legalSid(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function toJson(statement: PolicyStatement): Record<string, unknown> {
  const {
    sid,
    effect = 'Allow',
    actions,
    notActions,
    resources,
    notResources,
    principals,
    conditions,
  } = statement;
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(principals !== undefined && { Principal: principals === '*' ? '*' : mapValues(principals, list) }),
    ...(actions && { Action: list(actions) }),
    ...(notActions && { NotAction: list(notActions) }),
    ...(resources && { Resource: list(resources) }),
    ...(notResources && { NotResource: list(notResources) }),
    ...(conditions &&
      Object.keys(conditions).length > 0 && {
        Condition: mapValues(conditions, (keys) => mapValues(keys, list)),
      }),
  };
}

/** Without repetitions, and a single value without brackets: how AWS stores it. */
function list(values: string | readonly string[]): string | readonly string[] {
  if (typeof values === 'string') return values;
  const [first, ...others] = [...new Set(values)];
  return first !== undefined && others.length === 0 ? first : [...new Set(values)];
}

function mapValues<V, R>(map: Readonly<Record<string, V>>, change: (value: V) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
