/** IAM's evaluation of one resource policy, for the operators that our policies use. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request; `principal` is what the Principal element is compared to. */
  readonly context: Readonly<Record<string, string>>;
  readonly principal?: { readonly AWS?: string; readonly Service?: string };
}

export type Decision = 'allow' | 'deny' | 'implicit deny';

type Json = Record<string, any>;

export function evaluate(document: string, request: Request): Decision {
  const statements = (JSON.parse(document) as { Statement: Json[] }).Statement;
  const effects = statements.filter((s) => applies(s, request)).map((s) => s.Effect as string);
  if (effects.includes('Deny')) return 'deny';
  return effects.includes('Allow') ? 'allow' : 'implicit deny';
}

function applies(statement: Json, request: Request): boolean {
  const { Principal: who, Action, Resource, NotResource, Condition = {} } = statement;
  return (
    (who === '*' ||
      Object.entries(who).some(([kind, ids]) => [ids].flat().includes(request.principal?.[kind as 'AWS']))) &&
    like(Action, request.action) &&
    (Resource === undefined ? !like(NotResource, request.resource) : like(Resource, request.resource)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys as Json).every(([key, values]) => holds(operator, values, request.context[key])),
    )
  );
}

function holds(operator: string, values: string | string[], given: string | undefined): boolean {
  switch (operator) {
    case 'Null':
      return (given === undefined) === (values === 'true');
    case 'StringNotLike':
    case 'ArnNotLike':
      return given === undefined || !like(values, given);
    case 'StringNotEquals':
      return given === undefined || ![values].flat().includes(given);
    case 'StringEquals':
    case 'Bool':
      return given !== undefined && [values].flat().includes(given);
    case 'StringLikeIfExists':
      return given === undefined || like(values, given);
    case 'StringLike':
    case 'ArnLike':
      return given !== undefined && like(values, given);
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}

function like(patterns: string | string[], value: string): boolean {
  return [patterns].flat().some((pattern) => {
    const escaped = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${escaped}$`, 's').test(value);
  });
}
