import { AwsError } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';
import type { Json } from '../../proxy/request';

/** moto answers nothing for a catalog without a policy; AWS says that it was not found. */
export const glueResourcePolicy: Gap = {
  name: 'glue-resource-policy',
  matches: (request) => request.service === 'glue' && request.operation === 'GetResourcePolicy',
  async handle(request, forward) {
    const answer = await forward(request);
    if (answer.status >= 300) return answer;
    if ((JSON.parse(answer.body.toString()) as Json)['PolicyInJson']) return answer;
    throw new AwsError('EntityNotFoundException', 'Policy not found');
  },
};
