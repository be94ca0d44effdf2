import { escapeXml } from '../../proxy/answer';
import { tagged } from '../../proxy/moto-client';
import type { Gap } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';

const WRITES = ['AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress'];
const GROUP_ID = /^IpPermissions\.\d+\.(Groups|UserIdGroupPairs)\.\d+\.GroupId$/;
const DESCRIPTION = /^IpPermissions\.\d+\.(Groups|UserIdGroupPairs)\.\d+\.Description$/;

/** moto forgets the description of a rule that refers to a security group. */
export function ec2RuleDescriptions(): Gap {
  const descriptions = new Map<string, string>();
  return {
    name: 'ec2-rule-descriptions',
    matches: (request) =>
      request.service === 'ec2' &&
      [...WRITES, 'ModifySecurityGroupRules', 'DescribeSecurityGroupRules'].includes(request.operation),
    async handle(request, forward) {
      const answer = await forward(request);
      const text = answer.body.toString();
      if (answer.status >= 300) return answer;
      if (request.operation === 'DescribeSecurityGroupRules') {
        return { ...answer, body: Buffer.from(described(text, descriptions)) };
      }
      const ids = tagged(text, 'securityGroupRuleId');
      // One rule per call, as Terraform makes them; more could not be told apart.
      if (refersToGroup(request) && ids.length === 1)
        descriptions.set(ids[0] ?? '', groupDescription(request) ?? '');
      // A change of the rule does make moto keep its description.
      descriptions.delete(request.argument('SecurityGroupRule.1.SecurityGroupRuleId') ?? '');
      return answer;
    },
  };
}

function groupDescription(request: AwsRequest): string | undefined {
  return [...(request.form() ?? [])].find(([name]) => DESCRIPTION.test(name))?.[1];
}

function refersToGroup(request: AwsRequest): boolean {
  return [...(request.form()?.keys() ?? [])].some((name) => GROUP_ID.test(name));
}

function described(text: string, descriptions: Map<string, string>): string {
  return text.replace(/<securityGroupRuleId>([^<]+)<\/securityGroupRuleId>/g, (whole, id: string) => {
    const description = descriptions.get(id);
    return description ? `${whole}<description>${escapeXml(description)}</description>` : whole;
  });
}
