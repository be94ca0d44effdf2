import { escapeXml, xmlAnswer, type Answer } from '../../proxy/answer';
import { tagged } from '../../proxy/moto-client';
import type { Gap } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';

const CHANGES = ['CreateSAMLProvider', 'TagSAMLProvider', 'UntagSAMLProvider', 'DeleteSAMLProvider'];
const READS = ['GetSAMLProvider', 'ListSAMLProviderTags'];

/** moto has no tags on SAML providers. */
export function iamSamlTags(): Gap {
  const tags = new Map<string, Map<string, string>>();
  return {
    name: 'iam-saml-tags',
    matches: (request) => request.service === 'iam' && [...CHANGES, ...READS].includes(request.operation),
    async handle(request, forward) {
      const arn = request.argument('SAMLProviderArn') ?? '';
      switch (request.operation) {
        case 'CreateSAMLProvider': {
          const answer = await forward(request);
          tags.set(tagged(answer.body.toString(), 'SAMLProviderArn')[0] ?? '', tagsIn(request));
          return answer;
        }
        case 'TagSAMLProvider':
          tags.set(arn, new Map([...(tags.get(arn) ?? []), ...tagsIn(request)]));
          return empty('TagSAMLProvider');
        case 'UntagSAMLProvider':
          for (const key of members(request, 'TagKeys.member')) tags.get(arn)?.delete(key);
          return empty('UntagSAMLProvider');
        case 'DeleteSAMLProvider':
          tags.delete(arn);
          return forward(request);
        case 'GetSAMLProvider':
          return withTags(await forward(request), tags.get(arn));
        default:
          return xmlAnswer(
            wrapped('ListSAMLProviderTags', `<IsTruncated>false</IsTruncated>${xmlOf(tags.get(arn))}`),
          );
      }
    },
  };
}

function tagsIn(request: AwsRequest): Map<string, string> {
  const values = members(request, 'Tags.member', '.Value');
  return new Map(members(request, 'Tags.member', '.Key').map((key, index) => [key, values[index] ?? '']));
}

function members(request: AwsRequest, prefix: string, suffix = ''): string[] {
  const found: string[] = [];
  for (let index = 1; ; index++) {
    const value = request.argument(`${prefix}.${index}${suffix}`);
    if (value === undefined) return found;
    found.push(value);
  }
}

function withTags(answer: Answer, tags: Map<string, string> | undefined): Answer {
  const text = answer.body
    .toString()
    .replace('</GetSAMLProviderResult>', `${xmlOf(tags)}</GetSAMLProviderResult>`);
  return { ...answer, body: Buffer.from(text) };
}

function xmlOf(tags: Map<string, string> | undefined): string {
  const entries = [...(tags ?? [])].map(
    ([key, value]) => `<member><Key>${escapeXml(key)}</Key><Value>${escapeXml(value)}</Value></member>`,
  );
  return `<Tags>${entries.join('')}</Tags>`;
}

function empty(operation: string): Answer {
  return xmlAnswer(wrapped(operation, ''));
}

function wrapped(operation: string, result: string): string {
  return `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`;
}
