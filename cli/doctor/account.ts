import type { ConditionQuestion } from '../../core/module/questions';
import type { Environment, Platform } from '../../core/platform/platform';
import { roleIn } from '../../deploy/identity';
import { questionsOf } from '../../deploy/questions';
import { reasonOf, type Sessions } from '../../deploy/sessions';
import type { Check } from './check';

/** Who runs this, as far as AWS knows. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** Whether AWS knows who runs this, and who that is. */
export async function callerCheck(
  sessions: Sessions,
  region: string,
): Promise<{ readonly check: Check; readonly caller: Caller | undefined }> {
  const check = 'credentials';
  try {
    const caller = await sessions.caller(region);
    return { check: { check, ok: true, found: caller.arn }, caller };
  } catch (error) {
    const help = 'Log in to AWS, or rehearse with `terralake demo`.';
    return { check: { check, ok: false, found: reasonOf(error), help }, caller: undefined };
  }
}

/** Whether the account of an environment can be worked in: by its deploy role, or because the caller is there. */
export async function environmentCheck(
  platform: Platform,
  environment: Environment,
  region: string,
  sessions: Sessions,
  caller: Caller,
): Promise<Check> {
  const { domain, name, account, assumeDeployRole } = environment;
  const check = `${domain}/${name}`;
  const role = roleIn(platform, environment, account);
  if (role) {
    try {
      await sessions.settings(region, role);
      return { check, ok: true, found: `${role.arn} can be assumed` };
    } catch (error) {
      const help = `The role must exist and its trust must allow ${caller.arn}, with the external id that it asks for (\`deployRoleExternalId\`).`;
      return { check, ok: false, found: `${role.arn} cannot be assumed: ${reasonOf(error)}`, help };
    }
  }
  if (account === caller.account) return { check, ok: true, found: `you are in the account ${account}` };
  const found = `it is in the account ${String(account)}, and you are in ${caller.account}`;
  const help = assumeDeployRole
    ? 'State its `deployRoleArn:`.'
    : 'Log in there, or state `deployRoleArn:` and `assumeDeployRole: true`.';
  return { check, ok: false, found, help };
}

/** Whether what the modules of an environment need of AWS is there. */
export async function conditionChecks(
  platform: Platform,
  environment: Environment,
  sessions: Sessions,
): Promise<readonly Check[]> {
  const conditions = environment.modules.flatMap((module) => questionsOf(platform, module).conditions ?? []);
  return Promise.all(
    conditions.map((condition) => conditionCheck(platform, environment, condition, sessions)),
  );
}

async function conditionCheck(
  platform: Platform,
  environment: Environment,
  condition: ConditionQuestion,
  sessions: Sessions,
): Promise<Check> {
  const { account, region, subject: check, met, permission } = condition;
  try {
    const problem = await condition.ask(
      await sessions.settings(region, roleIn(platform, environment, account)),
    );
    return problem
      ? { check, ok: false, found: problem.message, help: problem.help }
      : { check, ok: true, found: met };
  } catch (error) {
    const help = `Whoever deploys needs ${permission} there.`;
    return { check, ok: false, found: `it did not answer: ${reasonOf(error)}`, help };
  }
}
