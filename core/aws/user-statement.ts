import type { Effect } from '../../aws/iam/policy';
import type { JsonValue, Text } from '../platform/text';
import {
  fieldsOf,
  isMap,
  missing,
  notAllowed,
  textOf,
  textsOf,
  type Field,
  type Fields,
  type Path,
  type PolicyFinding,
} from './policy-fields';

/** Conditions that a user wrote: operator, key, values. */
export type UserConditions = Readonly<Record<string, Readonly<Record<string, readonly Text[]>>>>;

/** A statement that a user wrote, in one form. */
export interface UserStatement {
  readonly sid?: Text;
  readonly effect: Effect;
  readonly actions?: readonly Text[];
  readonly notActions?: readonly Text[];
  readonly resources?: readonly Text[];
  readonly notResources?: readonly Text[];
  readonly conditions?: UserConditions;
  /** Where it stands in the document, in the user's spelling of the keys. */
  readonly path: Path;
}

const keys = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'];

/** Reads a statement of an identity policy; what is wrong with it is added to `findings`. */
export function readStatement(value: JsonValue, path: Path, findings: PolicyFinding[]): UserStatement {
  if (!isMap(value)) {
    findings.push(notAllowed(path, 'a statement must be a map', 'Write Effect, Action and Resource.'));
    return { effect: 'Deny', path };
  }
  const fields = fieldsOf(value, keys, path, findings);
  const sid = fields.sid && textOf(fields.sid.value);
  const { condition } = fields;
  return {
    path,
    ...(sid && { sid }),
    effect: readEffect(fields.effect, path, findings),
    ...readEither(fields, 'Action', path, findings),
    ...readEither(fields, 'Resource', path, findings),
    ...(condition && { conditions: readConditions(condition.value, [...path, condition.key], findings) }),
  };
}

function readEffect(field: Field | undefined, path: Path, findings: PolicyFinding[]): Effect {
  const help = 'Write `Effect: Allow` or `Effect: Deny`.';
  const effect = field && textOf(field.value)?.literal;
  if (effect === 'Allow' || effect === 'Deny') return effect;
  if (field) findings.push(notAllowed([...path, field.key], 'the Effect must be Allow or Deny', help));
  else findings.push(missing(path, 'the statement has no Effect', help));
  return 'Deny';
}

/** `Action` or `NotAction`, `Resource` or `NotResource`: exactly one of the two. */
function readEither(
  fields: Fields,
  name: 'Action' | 'Resource',
  path: Path,
  findings: PolicyFinding[],
): Partial<UserStatement> {
  const [given, negated] = [fields[name.toLowerCase()], fields[`not${name.toLowerCase()}`]];
  const help = `Write one of ${name} and Not${name}.`;
  if (given && negated) {
    const message = `the statement has both ${name} and Not${name}`;
    findings.push({ code: 'TL208', path: [...path, negated.key], message, help });
  }
  const field = given ?? negated;
  if (!field) {
    findings.push(missing(path, `the statement has no ${name}`, help));
    return {};
  }
  const texts = textsOf(field.value, [...path, field.key], findings);
  if (name === 'Resource') return given ? { resources: texts } : { notResources: texts };
  for (const action of texts) checkAction(action, [...path, field.key], findings);
  return given ? { actions: texts } : { notActions: texts };
}

function checkAction(action: Text, path: Path, findings: PolicyFinding[]): void {
  const { literal } = action;
  if (literal === undefined || /^(\*|[a-z0-9-]+:[a-z0-9*?]+)$/i.test(literal)) return;
  findings.push(
    notAllowed(path, `"${literal}" is not an action`, 'Write <service>:<Action>, such as s3:GetObject.'),
  );
}

/** Reads the conditions of a statement; what is wrong with them is added to `findings`. */
export function readConditions(value: JsonValue, path: Path, findings: PolicyFinding[]): UserConditions {
  return mapOf(value, path, findings, (keyed, operatorPath) =>
    mapOf(keyed, operatorPath, findings, (values, keyPath) => textsOf(values, keyPath, findings)),
  );
}

function mapOf<R>(
  value: JsonValue,
  path: Path,
  findings: PolicyFinding[],
  read: (value: JsonValue, path: Path) => R,
): Record<string, R> {
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, [...path, key])]));
  }
  findings.push(notAllowed(path, 'a condition must be a map', 'Write operator, key and values.'));
  return {};
}
