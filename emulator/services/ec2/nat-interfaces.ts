import { tagged } from '../../proxy/moto-client';
import type { Gap, GapContext } from '../../proxy/gap';

const VERSION = '2016-11-15';

/** moto leaves the network interface of a NAT gateway behind. */
export function ec2NatInterfaces(context: GapContext): Gap {
  return {
    name: 'ec2-nat-interfaces',
    matches: (request) => request.service === 'ec2' && request.operation === 'DeleteNatGateway',
    async handle(request, forward) {
      const place = await context.place(request);
      const described = await context.moto.query(place, 'ec2', VERSION, {
        Action: 'DescribeNatGateways',
        'NatGatewayId.1': request.argument('NatGatewayId') ?? '',
      });
      const answer = await forward(request);
      if (answer.status >= 300) return answer;
      for (const NetworkInterfaceId of tagged(described, 'networkInterfaceId')) {
        const parameters = { Action: 'DeleteNetworkInterface', NetworkInterfaceId };
        await context.moto.query(place, 'ec2', VERSION, parameters);
      }
      return answer;
    },
  };
}
