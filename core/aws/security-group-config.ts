import * as z from 'zod';
import { literal, problem, text } from '../module/fields';

/** Protocols by the names that EC2 knows, and `all`. */
export const protocols = ['all', 'tcp', 'udp', 'icmp', 'icmpv6', 'esp', 'ah'] as const;

const port = () => z.number().int().min(-1).max(65535).optional();

const common = {
  protocol: literal(new RegExp(`^(${protocols.join('|')}|-1)$`, 'i'), `one of ${protocols.join(', ')}`)
    .transform((name) => protocols.find((protocol) => protocol === name.toLowerCase()) ?? 'all')
    .describe(`One of ${protocols.join(', ')}, in any case.`),
  port: port().describe('The port, or the first of a range; the type for ICMP. Not needed for `all`.'),
  toPort: port().describe('The last port of a range; the code for ICMP. Default: `port`.'),
  description: text().optional().describe('A description of the rule.'),
  suppressions: z.array(z.unknown()).optional().describe('Suppressions of MDAA checks; without effect.'),
};

/** Rules of one direction of a security group: `ipv4`, `sg` and `prefixList`. */
export function securityGroupRules() {
  return z.strictObject({
    ipv4: rules({ cidr: text().describe('An IPv4 range such as `10.0.0.0/16`.') }).describe(
      'Rules for address ranges.',
    ),
    sg: rules({ sgId: text().describe('The id of a security group.') }).describe(
      'Rules for other security groups.',
    ),
    prefixList: rules({ prefixList: text().describe('The id of a prefix list.') }).describe(
      'Rules for prefix lists.',
    ),
  });
}

export type SecurityGroupRules = z.output<ReturnType<typeof securityGroupRules>>;

function rules<S extends z.ZodRawShape>(peer: S) {
  return z
    .array(
      z.strictObject({ ...peer, ...common }).superRefine((rule, ctx) => {
        const { protocol, port: first } = rule as { protocol: string; port?: number };
        if (protocol === 'all' || protocol === 'esp' || protocol === 'ah' || first !== undefined) return;
        problem(
          ctx,
          'TL203',
          `a rule for ${protocol} needs a port`,
          'Add `port:`, or write `protocol: all`.',
        );
      }),
    )
    .default([]);
}
