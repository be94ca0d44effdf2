import type { Gap, GapContext } from '../../proxy/gap';
import { tagged } from '../../proxy/xml';
import type { Service } from '../service';
import { EC2_VERSION, listEc2 } from './inventory';
import { ec2RuleDescriptions, ec2RulePorts } from './security-group-rules';

/** EC2's networks: what NAT gateways leave behind, and rules of security groups. */
export function ec2(context: GapContext): Service {
  return {
    name: 'ec2',
    gaps: [ec2NatInterfaces(context), ec2RuleDescriptions(), ec2RulePorts],
    list: listEc2,
  };
}

/** moto leaves the network interface of a NAT gateway behind. */
function ec2NatInterfaces(context: GapContext): Gap {
  return {
    name: 'ec2-nat-interfaces',
    matches: (request) => request.service === 'ec2' && request.operation === 'DeleteNatGateway',
    async handle(request, forward) {
      const place = await context.place(request);
      const described = await context.moto.query(place, 'ec2', EC2_VERSION, {
        Action: 'DescribeNatGateways',
        'NatGatewayId.1': request.argument('NatGatewayId') ?? '',
      });
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      for (const NetworkInterfaceId of tagged(described, 'networkInterfaceId')) {
        const parameters = { Action: 'DeleteNetworkInterface', NetworkInterfaceId };
        await context.moto.query(place, 'ec2', EC2_VERSION, parameters);
      }
      return answer;
    },
  };
}
