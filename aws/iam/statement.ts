import type { Subject, Effect } from './policy';

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
