import { xmlAnswer, type Answer } from '../../proxy/answer';
import type { Gap } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';
import { changeXml, element, tagged, type XmlContent } from '../../proxy/xml';

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
          if (answer.status >= 300) return answer;
          tags.set(tagged(answer.body.toString(), 'SAMLProviderArn')[0] ?? '', tagsIn(request));
          return answer;
        }
        case 'TagSAMLProvider':
          tags.set(arn, new Map([...(tags.get(arn) ?? []), ...tagsIn(request)]));
          return resultOf('TagSAMLProvider', {});
        case 'UntagSAMLProvider':
          for (const key of members(request, 'TagKeys.member')) tags.get(arn)?.delete(key);
          return resultOf('UntagSAMLProvider', {});
        case 'DeleteSAMLProvider':
          tags.delete(arn);
          return forward(request);
        case 'GetSAMLProvider':
          return withTags(await forward(request), tags.get(arn));
        default:
          return resultOf('ListSAMLProviderTags', { IsTruncated: false, Tags: listed(tags.get(arn)) });
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
  if (answer.status >= 300) return answer;
  const xml = changeXml(answer.body.toString(), 'GetSAMLProviderResult', (result) => ({
    ...result,
    children: [...result.children, element('Tags', listed(tags))],
  }));
  return { ...answer, body: Buffer.from(xml) };
}

function listed(tags: Map<string, string> | undefined): XmlContent {
  return { member: [...(tags ?? [])].map(([Key, Value]) => ({ Key, Value })) };
}

function resultOf(operation: string, result: XmlContent): Answer {
  return xmlAnswer(`${operation}Response`, { [`${operation}Result`]: result });
}
