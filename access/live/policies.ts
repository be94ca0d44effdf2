import { parsePolicy } from '../../aws/iam/parse';
import { undecidable, type PolicyKind, type Statement } from '../../aws/iam/policy';
import type { Origin, TracedPolicy } from '../model/origin';
import { answered, type NoAnswer } from './ask';
import type { Session } from './session';

/** What is known of a policy besides its text. */
interface PolicyContext {
  readonly kind: PolicyKind;
  /** How people call it; the model's name wins. */
  readonly name: string;
  /** ARN of the policy, or of the resource that it belongs to. */
  readonly address: string;
  /** Its counterpart in the model: the live statements keep the YAML lines of the same statements there. */
  readonly expected: TracedPolicy | undefined;
}

/**
 * A policy as it was read: none where the document is missing. One that this login may not read, or that nobody
 * can make sense of, is unknown.
 */
export function livePolicy(
  session: Session,
  document: string | NoAnswer,
  context: PolicyContext,
): TracedPolicy | undefined {
  const name = context.expected?.name ?? context.name;
  if (document === 'missing' || document === '') return undefined;
  if (document === 'refused') return undecidable(context.kind, name);
  try {
    const policy = parsePolicy(document, { kind: context.kind, name });
    return { ...policy, statements: policy.statements.map((one) => traced(session, one, context)) };
  } catch (error) {
    session.asker.note(`${error instanceof Error ? error.message : String(error)}: taken as unknown`);
    return undecidable(context.kind, name);
  }
}

/** The document in an answer, where there is an answer. */
export function documentIn<T>(
  answer: T | NoAnswer,
  find: (answer: T) => string | undefined,
): string | NoAnswer {
  return answered(answer) ? (find(answer) ?? 'missing') : answer;
}

/** A document as IAM sends it: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html */
export function decoded(document: string | undefined): string | undefined {
  return document === undefined ? undefined : decodeURIComponent(document);
}

function traced(
  session: Session,
  statement: Statement,
  { expected, address }: PolicyContext,
): Statement<Origin> {
  const same = expected?.statements.find((one) =>
    statement.sid === undefined ? session.text(said(one)) === said(statement) : one.sid === statement.sid,
  );
  return { ...statement, origin: same?.origin ?? { stack: 'aws', address, place: undefined } };
}

/** What a statement says, as text: equal for statements that say the same. AWS keeps no order within lists. */
export function said(statement: Statement): string {
  const { effect, principals, notPrincipals, actions, notActions, resources, notResources, conditions } =
    statement;
  return JSON.stringify(
    inOrder({ effect, principals, notPrincipals, actions, notActions, resources, notResources, conditions }),
  );
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
