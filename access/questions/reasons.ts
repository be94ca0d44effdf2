import type { ConditionResult } from '../../aws/iam/evaluate/conditions';
import type { Decision } from '../../aws/iam/evaluate/judge';
import type { StatementResult } from '../../aws/iam/evaluate/statement';
import type { Policy, PolicyKind } from '../../aws/iam/policy';
import type { Origin } from '../model/origin';
import type { Reason } from './lock';
import type { Who } from './who';

/** Why IAM decides so: the statements that do, and what nearly does. */
export function reasonsOf(decision: Decision<Origin>, who: Who): readonly Reason[] {
  switch (decision.outcome) {
    case 'allowed':
      return decision.because.map((result) => statementReason('allowed by', result));
    case 'explicitly denied':
      return decision.because.map((result) => statementReason('denied by', result));
    case 'implicitly denied':
      return [
        { text: nothingAllows(decision.missing, who), origin: undefined },
        ...nearly(decision.because).map((result) => statementReason('not allowed by', result)),
      ];
    case 'unknown':
      if (who.identity === undefined && decision.missing.includes('identity')) {
        const text = `the policies of ${who.label} are not part of the platform: they decide`;
        return [{ text, origin: who.principal?.origin }, ...open(decision)];
      }
      return open(decision);
  }
}

function open(decision: Decision<Origin>): readonly Reason[] {
  return decision.because.map((result) => statementReason('depends on', result));
}

/** Statements that name somebody else are no near misses worth a line, unless there is nothing else to say. */
function nearly(results: readonly StatementResult<Origin>[]): readonly StatementResult<Origin>[] {
  const byCondition = results.filter(({ open }) => open.length > 0);
  return byCondition.slice(0, 6);
}

function statementReason(verb: string, result: StatementResult<Origin>): Reason {
  const { statement, open: conditions } = result;
  const name = statement.sid === undefined ? `statement ${String(statement.index + 1)}` : statement.sid;
  const missing = conditions.map(conditionText).join('; ');
  const text = `${verb} ${name} of ${statement.policy}${missing === '' ? '' : `: ${missing}`}`;
  return { text, origin: statement.origin };
}

function conditionText({ condition, holds }: ConditionResult): string {
  const { operator, key, values } = condition;
  const shown = values.length > 3 ? `${values.slice(0, 3).join(', ')}, …` : values.join(', ');
  return `${holds === 'unknown' ? 'not known whether' : 'does not hold:'} ${key} ${operator} ${shown}`;
}

const policyNames: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity policies',
  boundary: 'permissions boundary',
  session: 'session policies',
  resource: 'policy of the resource',
  trust: 'trust policy',
};

function nothingAllows(missing: readonly PolicyKind[], who: Who): string {
  const names = missing.map((kind) => policyNames[kind]);
  return `nothing in the ${names.length === 0 ? 'policies' : names.join(' and the ')} allows it to ${who.label}`;
}

/** Names of policies, for people. */
export function policyNamesOf(policies: readonly Policy[] | undefined): string {
  return policies?.map(({ name }) => name).join(', ') ?? 'not known';
}
