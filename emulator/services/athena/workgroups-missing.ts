import { AwsError } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';
import type { Json } from '../../proxy/request';

/** moto answers nothing for a workgroup that does not exist; AWS refuses. */
export const athenaWorkgroups: Gap = {
  name: 'athena-workgroups',
  matches: (request) => request.service === 'athena' && request.operation === 'GetWorkGroup',
  async handle(request, forward) {
    const answer = await forward(request);
    if (answer.status >= 300) return answer;
    if ((JSON.parse(answer.body.toString()) as Json)['WorkGroup']) return answer;
    const name = String(request.json()['WorkGroup']);
    throw new AwsError('InvalidRequestException', `WorkGroup ${name} is not found.`);
  },
};
