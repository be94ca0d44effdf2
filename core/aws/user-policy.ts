import type { Code } from '../config/codes';
import type { JsonObject, JsonValue } from '../platform/json';
import { Text } from '../platform/text';
import type { PolicyStatement } from './policy';

/** A statement that a user wrote, in one form. */
export interface UserStatement {
  readonly sid?: Text;
  readonly effect: 'Allow' | 'Deny';
  readonly actions?: readonly Text[];
  readonly notActions?: readonly Text[];
  readonly resources?: readonly Text[];
  readonly notResources?: readonly Text[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, readonly Text[]>>>>;
}

/** What is wrong with a document; `path` leads to it, in the user's spelling of the keys. */
export interface PolicyFinding {
  readonly code: Code;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly help: string;
}

export interface ReadPolicy {
  readonly statements: readonly UserStatement[];
  readonly findings: readonly PolicyFinding[];
}

/** Reads the document of an identity policy, its keys in any case. Pure; findings instead of exceptions. */
export function readPolicyDocument(document: JsonObject): ReadPolicy {
  const findings: PolicyFinding[] = [];
  const keys = fields(document, ['version', 'id', 'statement'], [], findings);
  const version = keys.version && asText(keys.version.value)?.literal;
  if (keys.version && version !== '2012-10-17' && version !== '2008-10-17') {
    findings.push(
      notAllowed([keys.version.key], 'the policy version is not known to AWS', 'Write "2012-10-17".'),
    );
  }
  if (!keys.statement) {
    findings.push({
      code: 'TL203',
      path: [],
      message: 'the policy has no statements',
      help: 'Add `Statement:`.',
    });
    return { statements: [], findings };
  }
  const { key, value } = keys.statement;
  const statements = Array.isArray(value)
    ? (value as readonly JsonValue[]).map((item, index) => readStatement(item, [key, index], findings))
    : [readStatement(value, [key], findings)];
  return { statements: statements.filter((statement) => statement !== undefined), findings };
}

/** A user's statements for a policy; `value` makes Terraform strings of texts: `(text) => scope.value(text)`. */
export function userStatements(
  statements: readonly UserStatement[],
  value: (text: Text) => string,
): readonly PolicyStatement[] {
  const all = (texts: readonly Text[]): readonly string[] => texts.map(value);
  return statements.map(({ sid, effect, actions, notActions, resources, notResources, conditions }) => ({
    ...(sid && { sid: value(sid) }),
    effect,
    ...(actions && { actions: all(actions) }),
    ...(notActions && { notActions: all(notActions) }),
    ...(resources && { resources: all(resources) }),
    ...(notResources && { notResources: all(notResources) }),
    ...(conditions && {
      conditions: mapValues(conditions, (keys) => mapValues(keys, (texts) => all(texts))),
    }),
  }));
}

type Path = readonly (string | number)[];

function readStatement(value: JsonValue, path: Path, findings: PolicyFinding[]): UserStatement | undefined {
  if (!isMap(value)) {
    findings.push(notAllowed(path, 'a statement is not a map', 'Write Effect, Action and Resource.'));
    return undefined;
  }
  const known = ['sid', 'effect', 'action', 'notaction', 'resource', 'notresource', 'condition', 'principal'];
  const keys = fields(value, known, path, findings);
  if (keys.principal) {
    const help = 'Remove it: the policy applies to the roles that it is attached to.';
    findings.push(
      notAllowed([...path, keys.principal.key], 'an identity policy cannot name a principal', help),
    );
  }
  const effect = readEffect(keys.effect, path, findings);
  exactlyOne(keys, 'action', 'Action', path, findings);
  exactlyOne(keys, 'resource', 'Resource', path, findings);
  const texts = (name: string): readonly Text[] | undefined => {
    const field = keys[name];
    return field && readTexts(field.value, [...path, field.key], findings);
  };
  const [actions, notActions, resources, notResources] = [
    'action',
    'notaction',
    'resource',
    'notresource',
  ].map(texts);
  for (const [field, list] of [
    [keys.action, actions],
    [keys.notaction, notActions],
  ] as const) {
    for (const action of list ?? []) checkAction(action, [...path, field?.key ?? ''], findings);
  }
  const sid = keys.sid && asText(keys.sid.value);
  const conditions =
    keys.condition && readConditions(keys.condition.value, [...path, keys.condition.key], findings);
  return {
    ...(sid && { sid }),
    effect,
    ...(actions && { actions }),
    ...(notActions && { notActions }),
    ...(resources && { resources }),
    ...(notResources && { notResources }),
    ...(conditions && { conditions }),
  };
}

interface Field {
  /** As the user spells it. */
  readonly key: string;
  readonly value: JsonValue;
}

/** The fields of a map by their lower-cased keys. */
function fields(map: JsonObject, known: readonly string[], path: Path, findings: PolicyFinding[]) {
  const found: Record<string, Field> = {};
  for (const [key, value] of Object.entries(map)) {
    const name = key.toLowerCase();
    if (!known.includes(name)) {
      findings.push({
        code: 'TL201',
        path: [...path, key],
        message: `"${key}" is no part of an IAM policy`,
        help: `Known are ${known.join(', ')}, in any case.`,
      });
    } else if (found[name]) {
      findings.push({
        code: 'TL103',
        path: [...path, key],
        message: `"${found[name].key}" and "${key}" are the same key`,
        help: 'Keep one of them.',
      });
    } else found[name] = { key, value };
  }
  return found as Partial<Record<string, Field>>;
}

function readEffect(field: Field | undefined, path: Path, findings: PolicyFinding[]): 'Allow' | 'Deny' {
  if (!field) {
    findings.push({
      code: 'TL203',
      path,
      message: 'the statement has no Effect',
      help: 'Add `Effect: Allow` or `Effect: Deny`.',
    });
    return 'Deny';
  }
  const effect = asText(field.value)?.literal;
  if (effect === 'Allow' || effect === 'Deny') return effect;
  findings.push(
    notAllowed([...path, field.key], 'the Effect is neither Allow nor Deny', 'Write Allow or Deny.'),
  );
  return 'Deny';
}

function exactlyOne(
  keys: Partial<Record<string, Field>>,
  name: string,
  label: string,
  path: Path,
  findings: PolicyFinding[],
): void {
  const negated = keys[`not${name}`];
  if ((keys[name] === undefined) !== (negated === undefined)) return;
  const both = negated !== undefined;
  findings.push({
    code: both ? 'TL208' : 'TL203',
    path: negated ? [...path, negated.key] : path,
    message: `the statement has ${both ? `both ${label} and Not${label}` : `no ${label}`}`,
    help: `Write one of ${label} and Not${label}.`,
  });
}

function readTexts(value: JsonValue, path: Path, findings: PolicyFinding[]): readonly Text[] {
  const values: readonly JsonValue[] = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  const texts = values.map((item) => asText(item));
  if (texts.length === 0 || texts.includes(undefined)) {
    findings.push({
      code: 'TL202',
      path,
      message: 'not a text or a list of texts',
      help: 'Write one or several.',
    });
  }
  return texts.filter((text) => text !== undefined);
}

function checkAction(action: Text, path: Path, findings: PolicyFinding[]): void {
  const { literal } = action;
  if (literal === undefined || /^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/i.test(literal)) return;
  findings.push(
    notAllowed(path, `"${literal}" is not an action`, 'Write <service>:<Action>, such as s3:GetObject.'),
  );
}

function readConditions(value: JsonValue, path: Path, findings: PolicyFinding[]) {
  if (!isMap(value)) {
    findings.push(notAllowed(path, 'a condition is not a map', 'Write operator, key and values.'));
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([operator, keys]) => {
      if (isMap(keys)) {
        const read = (item: JsonValue, key: string) => readTexts(item, [...path, operator, key], findings);
        return [
          operator,
          Object.fromEntries(Object.entries(keys).map(([key, item]) => [key, read(item, key)])),
        ];
      }
      findings.push(notAllowed([...path, operator], 'a condition is not a map', 'Write key and values.'));
      return [operator, {}];
    }),
  );
}

function notAllowed(path: Path, message: string, help: string): PolicyFinding {
  return { code: 'TL204', path, message, help };
}

function isMap(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Text);
}

/** Texts, and the numbers and booleans that conditions are written with. */
function asText(value: JsonValue): Text | undefined {
  if (value instanceof Text) return value;
  return typeof value === 'number' || typeof value === 'boolean' ? Text.of(String(value)) : undefined;
}

function mapValues<V, R>(map: Readonly<Record<string, V>>, change: (value: V) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
