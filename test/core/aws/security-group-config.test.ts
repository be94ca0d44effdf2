import { securityGroupRules } from '../../../core/aws/security-group-config';

const parse = (value: unknown) => securityGroupRules().safeParse(value);
const codes = (value: unknown) =>
  parse(value).error?.issues.map((issue) => [
    issue.path.join('.'),
    issue.code === 'custom' ? (issue.params as { code: string }).code : issue.code,
  ]);

test('rules for ranges, groups and prefix lists', () => {
  const { data } = parse({
    ipv4: [{ cidr: '10.0.0.0/8', protocol: 'TCP', port: 443, toPort: 444, description: 'web' }],
    sg: [{ sgId: 'sg-1', protocol: '-1' }],
    prefixList: [{ prefixList: 'pl-1', protocol: 'udp', port: 53, suppressions: [{ id: 'x', reason: 'y' }] }],
  });
  expect(data?.ipv4[0]).toMatchObject({ protocol: 'tcp', port: 443, toPort: 444 });
  expect(data?.sg[0]?.protocol).toBe('all');
  expect(data?.prefixList[0]?.prefixList.literal).toBe('pl-1');
});

test('no rules are no rules', () => {
  expect(parse({}).data).toEqual({ ipv4: [], sg: [], prefixList: [] });
});

test.each([
  [{ ipv4: [{ cidr: '10.0.0.0/8', protocol: 'tcp' }] }, [['ipv4.0', 'TL203']]],
  [{ ipv4: [{ cidr: '10.0.0.0/8', protocol: 'http', port: 80 }] }, [['ipv4.0.protocol', 'TL204']]],
  [{ sg: [{ sgId: 'sg-1', protocol: 'tcp', port: 70000 }] }, [['sg.0.port', 'too_big']]],
])('%j', (value, expected) => {
  expect(codes(value)).toEqual(expected);
});
