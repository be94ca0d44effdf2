import { SecurityGroup, VpcSecurityGroupEgressRule, VpcSecurityGroupIngressRule } from '../provider/aws';
import type { AddressKey, ModuleScope } from '../module/scope';
import type { Text } from '../platform/text';
import type { SecurityGroupRules } from './security-group-config';

export interface SecurityGroupOptions {
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  readonly ingress?: SecurityGroupRules | undefined;
  /** Without any rule everything may leave. */
  readonly egress?: SecurityGroupRules | undefined;
  /** Members reach each other. */
  readonly selfReference: boolean;
  /** Where `id` is published, such as `security-group/main`. */
  readonly publishAt: string;
}

/** A security group with its rules as resources of their own; returns its id. */
export function securityGroup(scope: ModuleScope, key: AddressKey, options: SecurityGroupOptions): string {
  const { name, description, vpcId, selfReference, publishAt } = options;
  const group = scope.add(SecurityGroup, key, { name, description, vpcId });
  const ingress = rulesOf(scope, options.ingress);
  const egress = rulesOf(scope, options.egress);
  const itself = { key: ['self'], rule: { ipProtocol: '-1', referencedSecurityGroupId: group.id } };
  const anywhere = { key: ['anywhere'], rule: { ipProtocol: '-1', cidrIpv4: '0.0.0.0/0' } };
  const own = selfReference ? [itself] : [];
  const outbound = egress.length > 0 ? [...egress, ...own] : [anywhere];
  for (const { key: part, rule } of [...ingress, ...own]) {
    scope.add(VpcSecurityGroupIngressRule, [key, part].flat(), { securityGroupId: group.id, ...rule });
  }
  for (const { key: part, rule } of outbound) {
    scope.add(VpcSecurityGroupEgressRule, [key, part].flat(), { securityGroupId: group.id, ...rule });
  }
  scope.publish(`${publishAt}/id`, group.id);
  return group.id;
}

interface Rule {
  /** What the rule says, for its address: rules have no names, and positions move. */
  readonly key: readonly string[];
  readonly rule: Peer & {
    readonly ipProtocol: string;
    readonly fromPort?: number;
    readonly toPort?: number;
    readonly description?: string;
  };
}

interface Peer {
  readonly cidrIpv4?: string;
  readonly referencedSecurityGroupId?: string;
  readonly prefixListId?: string;
}

type Written = Pick<SecurityGroupRules['ipv4'][number], 'protocol' | 'port' | 'toPort' | 'description'>;

function rulesOf(scope: ModuleScope, written: SecurityGroupRules | undefined): readonly Rule[] {
  if (!written) return [];
  const rules = [
    ...written.ipv4.map((rule) => ruleOf(scope, rule, rule.cidr, (cidrIpv4) => ({ cidrIpv4 }))),
    ...written.sg.map((rule) => ruleOf(scope, rule, rule.sgId, (id) => ({ referencedSecurityGroupId: id }))),
    ...written.prefixList.map((rule) => ruleOf(scope, rule, rule.prefixList, (id) => ({ prefixListId: id }))),
  ];
  return [...new Map(rules.map((rule) => [rule.key.join(' '), rule])).values()];
}

function ruleOf(scope: ModuleScope, written: Written, peer: Text, asPeer: (id: string) => Peer): Rule {
  const { protocol, port, toPort = port, description } = written;
  const ports = protocol === 'all' || port === undefined || toPort === undefined ? [] : [port, toPort];
  const [fromPort, lastPort] = ports;
  return {
    key: [peer.describe(), protocol, ...ports.map(String)],
    rule: {
      ...asPeer(scope.value(peer)),
      ipProtocol: protocol === 'all' ? '-1' : protocol,
      ...(fromPort !== undefined && { fromPort }),
      ...(lastPort !== undefined && { toPort: lastPort }),
      ...(description && { description: scope.value(description) }),
    },
  };
}
