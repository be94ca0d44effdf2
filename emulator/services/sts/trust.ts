/** The part of a trust policy that decides who may assume a role. */
export interface TrustPolicy {
  readonly Statement?: TrustStatement | readonly TrustStatement[];
}

interface TrustStatement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Principal?: string | Record<string, string | readonly string[]>;
  readonly Condition?: Record<string, Record<string, string | readonly string[]>>;
}

/** Who wants to assume a role, and how. */
export interface Assumption {
  readonly arn: string;
  /** ARN of the role behind a session, with its path, where the caller is one. */
  readonly principalArn?: string | undefined;
  readonly externalId?: string | undefined;
  readonly sessionName?: string | undefined;
}

/** True if a trust policy allows the caller to assume its role: an Allow that fits, and no Deny. */
export function trusts(policy: TrustPolicy, by: Assumption): boolean {
  const fitting = list(policy.Statement).filter((statement) => applies(statement, by));
  return fitting.some((s) => s.Effect === 'Allow') && !fitting.some((s) => s.Effect === 'Deny');
}

function applies(statement: TrustStatement, by: Assumption): boolean {
  const action = list(statement.Action).some((pattern) => like(pattern.toLowerCase(), 'sts:assumerole'));
  return action && principals(statement).some((p) => isPrincipal(p, by.arn)) && conditionsHold(statement, by);
}

function principals(statement: TrustStatement): readonly string[] {
  const principal = statement.Principal;
  if (principal === undefined) return [];
  return typeof principal === 'string' ? [principal] : list(principal['AWS']);
}

function isPrincipal(principal: string, caller: string): boolean {
  const account = accountOf(caller);
  if (principal === '*' || principal === account) return true;
  if (new RegExp(`^arn:[^:]+:iam::${account}:root$`).test(principal)) return true;
  return principal === caller || withoutPath(principal) === roleOf(caller);
}

/** A session's ARN names its role without the path that the role may have. */
function withoutPath(arn: string): string {
  return arn.replace(/:role\/.*\//, ':role/');
}

/** The role behind a session: policies name the role, callers come as its session. */
function roleOf(caller: string): string {
  return caller.replace(/^(arn:[^:]+):sts::(\d+):assumed-role\/(.+)\/[^/]+$/, '$1:iam::$2:role/$3');
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

function conditionsHold(statement: TrustStatement, by: Assumption): boolean {
  return Object.entries(statement.Condition ?? {}).every(([operator, wanted]) =>
    Object.entries(wanted).every(([key, values]) => {
      const actual = contextValue(key, by);
      // What the sandbox cannot know (tags, MFA, time, …) it does not hold against the caller.
      return actual === undefined || compare(operator, actual, list(values));
    }),
  );
}

function contextValue(key: string, by: Assumption): string | undefined {
  switch (key.toLowerCase()) {
    case 'aws:principalarn':
      return by.principalArn ?? roleOf(by.arn);
    case 'aws:principalaccount':
      return accountOf(by.arn);
    case 'sts:externalid':
      return by.externalId ?? '';
    case 'sts:rolesessionname':
      return by.sessionName ?? '';
    default:
      return undefined;
  }
}

function compare(operator: string, actual: string, wanted: readonly string[]): boolean {
  const plain = operator.replace(/IfExists$/, '').replace(/^For(Any|All)Values?:/, '');
  switch (plain) {
    case 'StringEquals':
      return wanted.includes(actual);
    case 'StringNotEquals':
      return !wanted.includes(actual);
    case 'StringLike':
    case 'ArnLike':
    case 'ArnEquals':
      return wanted.some((pattern) => like(pattern, actual));
    case 'StringNotLike':
    case 'ArnNotLike':
    case 'ArnNotEquals':
      return !wanted.some((pattern) => like(pattern, actual));
    default:
      return true;
  }
}

function like(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${escaped}$`).test(text);
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
