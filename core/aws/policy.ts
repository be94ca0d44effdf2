import type { Effect, Subject } from '../../aws/iam/policy';

/** Condition operator → key → values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** Keys and positions that lead to what asks for a statement, such as a line of YAML. */
export type StatementPath = readonly (string | number)[];

/**
 * A statement as it is written. Strings are Terraform strings: literal, with `$${…}` for policy variables, or tokens.
 */
export interface PolicyStatement extends Subject {
  /** Any text; becomes a unique Sid of letters and digits. */
  readonly sid?: string;
  /** @default Allow */
  readonly effect?: Effect;
  readonly conditions?: Conditions;
  /** What asks for it; no part of the document. */
  readonly from?: StatementPath;
}

/** A policy variable such as `aws:userid`, as it must be written for Terraform to pass it on. */
export function policyVariable(name: string): string {
  return `$\${${name}}`;
}

/** Statements as a document has them: Sids unique and legal, single values without brackets. */
export function policyJson(statements: readonly PolicyStatement[]): readonly Record<string, unknown>[] {
  return withUniqueSids(statements).map(toJson);
}

/** The JSON of a policy document. Statements keep their order; those that could never match are dropped. */
export function policyDocument(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: policyJson(effective(statements)) });
}

/** Statements without those that are about nobody, or nothing. */
export function effective(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  return statements.filter(canMatch);
}

/** What asks for each statement of a document, in its order. */
export function statementsFrom(
  statements: readonly PolicyStatement[],
): readonly (StatementPath | undefined)[] {
  return effective(statements).map(({ from }) => from);
}

function canMatch(statement: PolicyStatement): boolean {
  const { sid, effect, principals, conditions = {} } = statement;
  const lists = [statement.actions, statement.notActions, statement.resources, statement.notResources];
  if (lists.some((names) => names?.length === 0)) return false;
  if (typeof principals === 'object' && Object.values(principals).every((ids) => ids.length === 0)) {
    return false;
  }
  const open = Object.values(conditions).some((keys) =>
    Object.values(keys).some((values) => typeof values !== 'string' && values.length === 0),
  );
  if (open && effect === 'Deny')
    throw new Error(`the deny statement ${sid ?? ''} has a condition without values`);
  return !open;
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
