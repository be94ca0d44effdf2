import { jsonAnswer } from '../../proxy/answer';
import type { Gap, GapContext } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';
import type { Service } from '../service';
import { sagemakerNotebook } from './notebook';
import { StudioStore, tagList, tagMap } from './store';
import {
  sagemakerApp,
  sagemakerDomain,
  sagemakerLifecycleConfig,
  sagemakerMlflow,
  sagemakerSpace,
  sagemakerUserProfile,
} from './studio';

const TAGGING = ['ListTags', 'AddTags', 'DeleteTags'];

/** SageMaker: Studio, MLflow and notebooks, which are all kept here. */
export function sagemaker(context: GapContext): Service {
  const studio = new StudioStore();
  return {
    name: 'sagemaker',
    gaps: [
      sagemakerApp(context, studio),
      sagemakerDomain(context, studio),
      sagemakerLifecycleConfig(context, studio),
      sagemakerMlflow(context, studio),
      sagemakerNotebook(context, studio),
      sagemakerSpace(context, studio),
      sagemakerTags(studio),
      sagemakerUserProfile(context, studio),
    ],
  };
}

/** moto fails on the tags of what it does not know; those of our own resources are here. */
function sagemakerTags(store: StudioStore): Gap {
  const entityOf = (request: AwsRequest) => store.byArn(String(request.json()['ResourceArn']));
  return {
    name: 'sagemaker-tags',
    matches: (request) =>
      request.service === 'sagemaker' &&
      TAGGING.includes(request.operation) &&
      entityOf(request) !== undefined,
    async handle(request, forward) {
      const entity = entityOf(request);
      if (!entity) return forward(request);
      const body = request.json();
      if (request.operation === 'AddTags')
        tagMap(body['Tags']).forEach((value, key) => entity.tags.set(key, value));
      if (request.operation === 'DeleteTags') {
        for (const key of (body['TagKeys'] ?? []) as string[]) entity.tags.delete(key);
        return jsonAnswer({});
      }
      return jsonAnswer({ Tags: tagList(entity.tags) });
    },
  };
}
