import type { Gap } from '../../proxy/gap';
import type { AwsRequest } from '../../proxy/request';
import { changeXml, childText, element, tagged, type XmlElement } from '../../proxy/xml';

const WRITES = ['AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress'];
const GROUP_ID = /^IpPermissions\.\d+\.(Groups|UserIdGroupPairs)\.\d+\.GroupId$/;
const DESCRIPTION = /^IpPermissions\.\d+\.(Groups|UserIdGroupPairs)\.\d+\.Description$/;
const PROTOCOL = /^(SecurityGroupRule\.\d+\.SecurityGroupRule\.)IpProtocol$/;

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
        return {
          ...answer,
          body: Buffer.from(changeXml(text, 'item', (one) => described(one, descriptions))),
        };
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

function described(rule: XmlElement, descriptions: Map<string, string>): XmlElement {
  const description = descriptions.get(childText(rule, 'securityGroupRuleId'));
  if (!description) return rule;
  const others = rule.children.filter(({ name }) => name !== 'description');
  return { ...rule, children: [...others, element('description', description)] };
}

/** moto wants ports for a changed rule about all protocols; AWS takes it without. */
export const ec2RulePorts: Gap = {
  name: 'ec2-rule-ports',
  matches: (request) => request.service === 'ec2' && request.operation === 'ModifySecurityGroupRules',
  handle(request, forward) {
    const form = request.form();
    if (!form) return forward(request);
    for (const [name, value] of [...form]) {
      const rule = PROTOCOL.exec(name)?.[1];
      if (!rule || value !== '-1') continue;
      for (const port of ['FromPort', 'ToPort']) if (!form.has(rule + port)) form.set(rule + port, '-1');
    }
    request.replaceBody(form.toString());
    return forward(request);
  },
};
