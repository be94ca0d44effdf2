import { AwsError } from '../../proxy/answer';
import type { GapContext } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import type { Json } from '../../proxy/request';
import { EC2_VERSION } from '../ec2/inventory';
import type { Entity, StudioStore } from './store';

/** Refuses settings that name a lifecycle configuration which does not exist. */
export function refuseUnknownScripts(store: StudioStore, body: Json): void {
  for (const arn of scriptsNamedIn(body)) {
    if (store.byArn(arn)) continue;
    throw new AwsError('ValidationException', `Studio Lifecycle Config [${arn}] does not exist.`);
  }
}

/** Refuses to delete a lifecycle configuration that some settings still name. */
export function refuseScriptInUse(store: StudioStore, script: Entity): void {
  const user = store
    .all()
    .find((entity) => entity !== script && scriptsNamedIn(entity.body).includes(script.arn));
  if (user) throw new AwsError('ResourceInUse', `${script.arn} is used by ${user.arn}.`);
}

function scriptsNamedIn(body: Json): string[] {
  const text = JSON.stringify(body);
  return [...text.matchAll(/"(arn:[^"]+:studio-lifecycle-config\/[^"]+)"/g)].map((match) => match[1] ?? '');
}

/** Refuses subnets that do not exist. */
export async function refuseUnknownSubnets(
  context: GapContext,
  place: Place,
  subnets: readonly string[],
): Promise<void> {
  if (subnets.length === 0) return;
  const ids = Object.fromEntries(subnets.map((id, index) => [`SubnetId.${index + 1}`, id]));
  await context.moto
    .query(place, 'ec2', EC2_VERSION, { Action: 'DescribeSubnets', ...ids })
    .catch((error: unknown) => {
      throw error instanceof AwsError
        ? new AwsError('ValidationException', `Invalid subnets: ${subnets.join(', ')}`)
        : error;
    });
}
