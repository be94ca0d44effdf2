import { checkFacts } from './facts';
import { questionsOf, type Misnamed } from './questions';
import type { ContractFile, Rule } from './schema';
import type { Verified, Broken } from './verified';
import { ask } from '../questions/ask';
import type { ModelIndex } from '../questions/model-index';

/** Asks everything that a contract says. What is not known breaks a rule either way. */
export function verify(index: ModelIndex, contract: ContractFile): Verified {
  const results = contract.rules.map((rule, position) => verifyRule(index, contract, rule, position));
  return {
    rules: contract.rules.length,
    checks: results.reduce((sum, { checks }) => sum + checks, 0),
    broken: results.flatMap(({ broken }) => broken),
    misnamed: [...results.flatMap(({ misnamed }) => misnamed), ...doubled(contract)],
  };
}

function verifyRule(
  index: ModelIndex,
  contract: ContractFile,
  rule: Rule,
  position: number,
): Omit<Verified, 'rules'> {
  if (rule.every !== undefined) return checkFacts(index.model, rule, position);
  const { questions, misnamed } = questionsOf(index, contract, rule, position);
  const broken = questions.flatMap(({ who, action, arn, said, expected }): readonly Broken[] => {
    const answer = ask(index, who, action, arn, said);
    const { outcome: found } = answer;
    if (found === expected) return [];
    return [{ rule, position, who: who.label, action, on: arn, expected, found, answer }];
  });
  return { checks: questions.length, broken, misnamed };
}

function doubled({ rules }: ContractFile): readonly Misnamed[] {
  return rules.flatMap(({ id }, position): readonly Misnamed[] =>
    rules.findIndex((other) => other.id === id) === position
      ? []
      : [
          {
            code: 'TL910',
            path: ['rules', position, 'id'],
            message: `two rules are called ${id}`,
            help: 'Give each rule an id of its own.',
          },
        ],
  );
}
