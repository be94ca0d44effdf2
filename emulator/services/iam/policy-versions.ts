import { xmlAnswer } from '../../proxy/answer';
import { tagged } from '../../proxy/moto-client';
import type { Gap } from '../../proxy/gap';

/** moto sends the documents of managed policies as they are; AWS encodes them as parts of a URL. */
export const iamPolicyVersions: Gap = {
  name: 'iam-policy-versions',
  matches: (request) => request.service === 'iam' && request.operation === 'GetPolicyVersion',
  async handle(request, forward) {
    const answer = await forward(request);
    if (answer.status >= 300) return answer;
    const text = answer.body.toString();
    const document = encoded(tagged(text, 'Document')[0] ?? '');
    return xmlAnswer(text.replace(/<Document>[^<]*<\/Document>/, () => `<Document>${document}</Document>`));
  },
};

/** Per RFC 3986; `encodeURIComponent` leaves out five characters. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
