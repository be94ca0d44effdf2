import { addressOf } from '../../core/naming/address';
import type { StackPlan } from '../../core/platform/stacks';
import { loggedRuns } from '../../deploy/logs';
import type { Run } from '../../deploy/run';
import { stateOf, type StateResource } from '../../deploy/state';
import { statusOf, type StackStatus } from '../../deploy/status';
import type { EnvironmentFacts } from '../../modules/environment/facts';

/** What state and logs say of an environment. */
export async function deployed(
  run: Run,
  facts: EnvironmentFacts,
  module: string,
  plan: StackPlan,
  outdir: string,
): Promise<{ readonly studio: object; readonly stack: StackStatus }> {
  const state = await stateOf(run, plan, outdir);
  return {
    studio: studio(facts, module, state),
    stack: statusOf(plan.id, state, loggedRuns(outdir, plan.id)),
  };
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
