import { AwsError } from '../../proxy/answer';
import type { Json } from '../../proxy/request';
import type { Entity } from './entity';
import type { StudioStore } from './store';

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
