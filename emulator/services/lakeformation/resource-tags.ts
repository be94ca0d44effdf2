import { jsonAnswer } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';

/** moto crashes on the tags of a table that has none; AWS answers without any. */
export const lakeFormationResourceTags: Gap = {
  name: 'lakeformation-resource-tags',
  matches: (request) => request.service === 'lakeformation' && request.operation === 'GetResourceLFTags',
  async handle(request, forward) {
    const answer = await forward(request);
    return answer.status === 500 && request.json()['Resource'] ? jsonAnswer({}) : answer;
  },
};
