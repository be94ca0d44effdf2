import { AwsError, jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import { refuseUnknownPrincipal } from '../lakeformation/refusals';
import { notebook } from './definitions';
import { lifeCycle } from './life-cycle';
import { refuseUnknownSubnets } from './refusals';
import type { Entity, StudioStore } from './store';

const SWITCH = /^(Start|Stop)NotebookInstance$/;

/** moto cannot update notebook instances, and forgets their platform and metadata settings. */
export function sagemakerNotebook(context: GapContext, store: StudioStore): Gap {
  const life = lifeCycle(context, store, notebook, {
    async refuseDangling(place, body) {
      await refuseUnknownSubnets(context, place, body['SubnetId'] ? [String(body['SubnetId'])] : []);
      await refuseUnknownPrincipal(context.moto, place, String(body['RoleArn'])).catch(() => {
        throw new AwsError('ValidationException', `Could not assume role ${String(body['RoleArn'])}.`);
      });
    },
    refuseInUse: (entity) => refuseUnless(entity, 'Stopped'),
    refuseUpdate: (entity) => refuseUnless(entity, 'Stopped'),
  });
  return {
    ...life,
    matches: (request) =>
      life.matches(request) || (request.service === 'sagemaker' && SWITCH.test(request.operation)),
    async handle(request, forward) {
      const verb = SWITCH.exec(request.operation)?.[1];
      if (!verb) return life.handle(request, forward);
      const entity = store.find(await context.place(request), notebook, request.json());
      refuseUnless(entity, verb === 'Start' ? 'Stopped' : 'InService');
      const status = verb === 'Start' ? 'InService' : 'Stopped';
      store.replace(entity, { ...entity.body, NotebookInstanceStatus: status });
      return jsonAnswer({});
    },
  };
}

function refuseUnless(entity: Entity, status: string): void {
  const actual = String(entity.body['NotebookInstanceStatus']);
  if (actual === status) return;
  throw new AwsError(
    'ValidationException',
    `Status (${actual}) not in ([${status}]). Unable to transition (${entity.arn}).`,
  );
}
