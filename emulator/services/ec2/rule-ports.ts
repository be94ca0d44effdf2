import type { Gap } from '../../proxy/gap';

const PROTOCOL = /^(SecurityGroupRule\.\d+\.SecurityGroupRule\.)IpProtocol$/;

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
