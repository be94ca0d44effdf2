import { jsonAnswer } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';

/** moto refuses to list the tags of what has none; AWS answers an empty list. */
export const athenaTags: Gap = {
  name: 'athena-tags',
  matches: (request) => request.service === 'athena' && request.operation === 'ListTagsForResource',
  async handle(request, forward) {
    const answer = await forward(request);
    return answer.status === 400 ? jsonAnswer({ Tags: [] }) : answer;
  },
};
