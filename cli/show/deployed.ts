import type { StackPlan } from '../../core/platform/stacks';
import { addressOf } from '../../core/naming/address';
import type { EnvironmentFacts } from '../../modules/environment/facts';
import { describeRun } from '../logs';
import { loggedRuns, type LoggedRun } from '../logs/runs';
import { stateOf, type StateResource } from './state';

/** What state and logs say of an environment. */
export async function deployed(
  facts: EnvironmentFacts,
  module: string,
  plan: StackPlan,
  outdir: string,
): Promise<{ readonly studio: object; readonly stack: object }> {
  const state = await stateOf(plan, outdir);
  return { studio: studio(facts, module, state), stack: stack(plan.id, state, loggedRuns(outdir, plan.id)) };
}

/** Which of the three rules gave Studio its VPC: by the configuration, or by what the state says was decided. */
function studio(
  { config }: EnvironmentFacts,
  module: string,
  state: readonly StateResource[] | undefined,
): object {
  const { mlStudio, networks } = config;
  const own = (state ?? []).filter(({ name }) => name.startsWith(`${addressOf(module, [])}__`));
  const domain = own.find(({ type }) => type === 'aws_sagemaker_domain')?.values;
  const stands = domain && { vpcId: domain.vpc_id, subnetIds: domain.subnet_ids };
  if (mlStudio) {
    const network = mlStudio.network === undefined ? undefined : networks[mlStudio.network];
    const given = {
      vpcId: mlStudio.vpcId ?? network?.vpcId,
      subnetIds: mlStudio.subnetIds ?? network?.privateSubnetIds,
    };
    return {
      rule: 'given',
      ...(mlStudio.network !== undefined && { network: mlStudio.network }),
      ...(stands ?? given),
    };
  }
  if (!stands) return { rule: 'decided at the first apply: the default VPC, or a new one if there is none' };
  const made = own.some(({ type, values }) => type === 'aws_vpc' && values.id === stands.vpcId);
  return { rule: made ? 'created' : 'default', ...stands };
}

function stack(id: string, state: readonly StateResource[] | undefined, runs: readonly LoggedRun[]): object {
  const [last] = runs;
  const of = (wanted: string) => runs.find(({ command, status }) => command === wanted && status === 'done');
  const [applied, planned] = [of('apply'), of('plan')];
  return {
    stack: id,
    status: statusOf(state, runs),
    ...(state !== undefined && { resources: state.length }),
    ...(applied && state?.length !== 0 && { applied: applied.at }),
    ...(planned && { planned: planned.at }),
    ...(last && { lastRun: describeRun(last), logs: `terralake logs ${id}` }),
  };
}

function statusOf(state: readonly StateResource[] | undefined, runs: readonly LoggedRun[]): string {
  const [last] = runs;
  if (last?.status === 'failed') return `last run failed: ${last.command}`;
  if (state === undefined) return 'unknown: the state is not at hand; `terralake plan` reads it';
  if (state.length === 0) return 'never applied';
  const pending = last?.command === 'plan' ? last.add + last.change + last.destroy : 0;
  if (pending > 0 && last)
    return `changes pending: ${String(last.add)} to add, ${String(last.change)} to change, ${String(last.destroy)} to destroy`;
  return 'applied';
}
