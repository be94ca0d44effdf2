import type { Condition, Effect, Policy, PolicyKind, Principals, Statement } from './policy';

/** What a document does not say about itself. */
export interface PolicyInfo<Origin> {
  readonly kind: PolicyKind;
  readonly name: string;
  /** Where a statement comes from. */
  readonly origin?: (index: number, sid: string | undefined) => Origin | undefined;
}

/** Kinds whose policies stand at a resource, which they need not name. */
const attached: readonly PolicyKind[] = ['resource', 'trust'];

type Fields = ReadonlyMap<string, unknown>;

/**
 * Reads a policy document, as JSON or as an object. Keys are taken in any case, a single value is a list of one,
 * numbers and booleans are texts.
 *
 * @throws Error when the document is no policy
 */
export function parsePolicy<Origin = never>(
  document: string | object,
  info: PolicyInfo<Origin>,
): Policy<Origin> {
  const fields = fieldsOf(typeof document === 'string' ? json(document, info.name) : document);
  const given = fields?.get('statement');
  if (fields === undefined || given === undefined) throw new Error(`${info.name} has no Statement`);
  const variables = fields.get('version') === '2012-10-17';
  const statements = list(given).map((statement, index) => statementOf(statement, index, variables, info));
  return { kind: info.kind, name: info.name, statements };
}

function json(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${name} is not JSON`);
  }
}

function statementOf<Origin>(
  given: unknown,
  index: number,
  variables: boolean,
  info: PolicyInfo<Origin>,
): Statement<Origin> {
  const where = `statement ${String(index + 1)} of ${info.name}`;
  const fields = fieldsOf(given);
  if (fields === undefined) throw new Error(`${where} is not a map`);
  const sid = fields.get('sid') === undefined ? undefined : textOf(fields.get('sid'), `Sid of ${where}`);
  const conditions = conditionsOf(fields.get('condition'), where);
  const texts = (key: string): readonly string[] | undefined => textsOf(fields.get(key.toLowerCase()), where);
  const principals = principalsOf(fields.get('principal'), where);
  const notPrincipals = principalsOf(fields.get('notprincipal'), where);
  const [actions, notActions] = [texts('Action'), texts('NotAction')];
  const [resources, notResources] = [texts('Resource'), texts('NotResource')];
  if (!actions && !notActions) throw new Error(`${where} has neither Action nor NotAction`);
  if (!attached.includes(info.kind) && !resources && !notResources) {
    throw new Error(`${where} has neither Resource nor NotResource`);
  }
  return {
    sid,
    effect: effectOf(fields.get('effect'), where),
    ...(principals && { principals }),
    ...(notPrincipals && { notPrincipals }),
    ...(actions && { actions }),
    ...(notActions && { notActions }),
    ...(resources && { resources }),
    ...(notResources && { notResources }),
    conditions,
    variables,
    policy: info.name,
    index,
    origin: info.origin?.(index, sid),
  };
}

function effectOf(given: unknown, where: string): Effect {
  if (given === 'Allow' || given === 'Deny') return given;
  throw new Error(`the Effect of ${where} is neither Allow nor Deny`);
}

const principalKinds = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

function principalsOf(given: unknown, where: string): Principals | undefined {
  if (given === undefined || given === '*') return given;
  const fields = fieldsOf(given);
  const known = principalKinds.map(
    (kind) => [kind, textsOf(fields?.get(kind.toLowerCase()), where)] as const,
  );
  const found = known.filter(([, ids]) => ids !== undefined);
  if (found.length === 0 || found.length !== fields?.size)
    throw new Error(`the Principal of ${where} is not known`);
  return Object.fromEntries(found);
}

function conditionsOf(given: unknown, where: string): readonly Condition[] {
  if (given === undefined) return [];
  if (!isMap(given)) throw new Error(`the Condition of ${where} is not a map`);
  return Object.entries(given).flatMap(([operator, keys]) => {
    if (!isMap(keys)) throw new Error(`${operator} of ${where} is not a map`);
    return Object.entries(keys).map(([key, values]) => ({
      operator,
      key,
      values: textsOf(values, where) ?? [],
    }));
  });
}

function textsOf(given: unknown, where: string): readonly string[] | undefined {
  return given === undefined ? undefined : list(given).map((value) => textOf(value, where));
}

function textOf(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`a value of ${where} is neither a text nor a number nor a boolean`);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** By their lower-cased names. */
function fieldsOf(value: unknown): Fields | undefined {
  if (!isMap(value)) return undefined;
  return new Map(Object.entries(value).map(([key, field]) => [key.toLowerCase(), field]));
}
