import { jsonAnswer } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';
import { tagList, tagMap } from './entity';
import type { StudioStore } from './store';

const OPERATIONS = ['ListTags', 'AddTags', 'DeleteTags'];

/** moto fails on the tags of what it does not know; those of our own resources are here. */
export function sagemakerTags(store: StudioStore): Gap {
  const entityOf = (request: AwsRequest) => store.byArn(String(request.json()['ResourceArn']));
  return {
    name: 'sagemaker-tags',
    matches: (request) =>
      request.service === 'sagemaker' &&
      OPERATIONS.includes(request.operation) &&
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
