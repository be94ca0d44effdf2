import type { StatedSite } from '../../aws/site';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUnsaidDeployer } from '../../access/live/scope';
import type { AccessModel } from '../../access/model/model';
import { ModelIndex } from '../../access/questions/model-index';
import { modelOfStacks } from '../../access/stacks/model';
import { readStacks, unknownAccount, unknownRegion } from '../../access/stacks/stack-source';
import { endpointOf } from '../shared/aws-endpoint';
import { processConfiguration, quietSdk } from '../shared/configuration';
import { synthesized } from '../shared/load';
import { say } from '../shared/report';
import { UsageError } from '../shared/usage-error';
import type { AccessOptions } from './options';

/** What questions about access are asked of. */
export interface Asked {
  readonly index: ModelIndex;
  readonly organization: string;
  readonly source: 'stacks' | 'live';
}

/**
 * The model of the synthesized stacks, or of what stands in AWS with `--live`.
 * @param where what `default` stands for in the stacks, to compare them with what stands there
 * @throws ConfigurationError UsageError
 */
export async function asked(options: AccessOptions, where?: StatedSite): Promise<Asked> {
  const { model: all, organization } = await ofStacks(options, where);
  const model = where ? withoutUnsaid(all, options) : all;
  if (options.live !== true) return { index: new ModelIndex(model), organization, source: 'stacks' };
  return { index: new ModelIndex(await ofAws(model, options)), organization, source: 'live' };
}

/** The model of the synthesized stacks; the lock file, which is about protection, plays no part. */
async function ofStacks(
  options: AccessOptions,
  where: StatedSite | undefined,
): Promise<{ readonly model: AccessModel; readonly organization: string }> {
  const outdir = mkdtempSync(join(tmpdir(), 'terralake-access-'));
  try {
    const result = await synthesized(options, { outdir, ignoreLock: true });
    const model = modelOfStacks(readStacks(result, outdir, where));
    return { model, organization: result.platform.organization };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Only somebody who is on both sides can be compared. */
function withoutUnsaid(model: AccessModel, { deployer }: AccessOptions): AccessModel {
  const said = deployer === undefined ? {} : { deployer };
  return { ...model, principals: model.principals.filter((one) => !isUnsaidDeployer(one, said)) };
}

async function ofAws(model: AccessModel, { deployer }: AccessOptions): Promise<AccessModel> {
  quietSdk();
  // Loaded late: the SDK takes longer to load than most answers take.
  const { readLive } = await import('../../access/live/read');
  const { scopeOf } = await import('../../access/live/scope');
  const { environment } = processConfiguration();
  const stated = model.resources.find(({ region }) => region !== unknownRegion)?.region;
  const region = environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? stated;
  if (region === undefined || region === '') {
    throw new UsageError('no region to read in', 'Set AWS_REGION, or state the region of the environments.');
  }
  const endpoint = endpointOf(environment);
  const settings = { region, ...(endpoint !== undefined && { endpoint }) };
  const standIns = {
    account: unknownAccount,
    region: unknownRegion,
    ...(deployer !== undefined && { deployer }),
  };
  const live = await readLive(settings, scopeOf(model, standIns));
  for (const assumption of live.assumptions) say(`note: ${assumption}`);
  return live;
}
