import { matcherOf } from '../../aws/iam/glob';
import type { UserStatement } from '../../core/aws/user-statement';
import type { Text } from '../../core/platform/text';

/** A condition to look for: its key in any case, its operator, and what each of its values must be. */
export interface Wanted {
  readonly key: string;
  readonly operator: RegExp;
  readonly value: (value: string) => boolean;
}

/** Whether a statement allows an action, somewhere and on some conditions. */
export function allows(statement: UserStatement, action: string): boolean {
  return statement.effect === 'Allow' && isAbout(statement, action);
}

/** Whether a statement denies what another one allows: always, or on the wanted condition alone. */
export function denies(
  statement: UserStatement,
  action: string,
  allowed: UserStatement,
  wanted: Wanted,
): boolean {
  const conditions = conditionsOf(statement);
  return (
    statement.effect === 'Deny' &&
    isAbout(statement, action) &&
    covers(statement, allowed, action) &&
    (conditions.length === 0 || (conditions.length === 1 && requires(statement, wanted)))
  );
}

/** Whether a statement holds on the wanted condition only; further conditions narrow it. */
export function requires(statement: UserStatement, wanted: Wanted): boolean {
  return conditionsOf(statement).some(
    ({ operator, key, values }) =>
      wanted.operator.test(operator) &&
      key.toLowerCase() === wanted.key.toLowerCase() &&
      values.every(({ literal }) => literal !== undefined && wanted.value(literal)),
  );
}

/** Whether a statement is about more than one resource. */
export function reachesSeveral({ resources }: UserStatement): boolean {
  return !resources || resources.length > 1 || resources.some((one) => /[*?]/.test(pattern(one)));
}

/** Whether SageMaker's user profiles, some or all, are among the resources of a statement. */
export function reachesProfiles({ resources }: UserStatement): boolean {
  return !resources || resources.some((one) => isOfProfiles(pattern(one)));
}

const profiles = 'user-profile/';

function isOfProfiles(resource: string): boolean {
  const [, , service, , , ...rest] = resource.split(':');
  // A wildcard that spans several parts of the ARN.
  if (service === undefined || rest.length === 0) return resource.includes('*');
  const fixed = /^[^*?]*/.exec(rest.join(':'))?.[0] ?? '';
  return like(service, 'sagemaker') && (fixed.startsWith(profiles) || profiles.startsWith(fixed));
}

function conditionsOf({ conditions = {} }: UserStatement) {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
}

function isAbout({ actions, notActions }: UserStatement, action: string): boolean {
  const matches = (patterns: readonly Text[]): boolean =>
    patterns.some(({ literal }) => literal !== undefined && like(literal, action));
  return actions ? matches(actions) : notActions !== undefined && !matches(notActions);
}

/** Whether what a statement is about includes all that another one is about; of SageMaker, its profiles. */
function covers({ resources = [] }: UserStatement, other: UserStatement, action: string): boolean {
  const patterns = resources.map(pattern);
  const all = action.startsWith('sagemaker:') ? everyProfile : /^\*$/;
  if (patterns.some((one) => all.test(one))) return true;
  return other.resources?.every((one) => patterns.some((wide) => like(wide, pattern(one)))) === true;
}

const everyProfile = /^\*$|^arn:[^:]*:sagemaker:\*:\*:(\*|user-profile\/?\*)$/;

/** A text with a dash for what only Terraform knows. */
function pattern({ parts }: Text): string {
  return parts.map((part) => (typeof part === 'string' ? part : '-')).join('');
}

/** Whether a pattern with `*` and `?` matches a text, in any case. */
function like(wide: string, text: string): boolean {
  return matcherOf(wide.toLowerCase())(text.toLowerCase());
}
