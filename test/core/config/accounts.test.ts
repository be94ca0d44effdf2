import { knownRegions } from '../../../aws/regions';
import { at, brief, type Files, load, moduleWith } from './support';

const root = (lines: string, config = 'a: 1'): Files => ({ 'mdaa.yaml': moduleWith(config, lines) });
const one = 'account: "111111111111"\n';

const wrong: Readonly<Record<string, readonly [Files, ...(readonly [code: string, needle: string])[]]>> = {
  'a region that AWS does not have': [root('region: eu-wets-1\n'), ['TL204', 'eu-wets-1']],
  'a region by its old form': [root('region: Frankfurt\n'), ['TL204', 'Frankfurt']],
  'the account of zeros': [root('account: "000000000000"\n'), ['TL206', '"0000']],
  'an account of eleven digits': [root('account: "11111111111"\n'), ['TL206', '"111']],
  'a deploy role of another account': [
    root(`${one}deployRoleArn: arn:aws:iam::222222222222:role/x\n`),
    ['TL204', 'arn:aws'],
  ],
  'a plan role of another account': [
    root(`${one}planRoleArn: arn:aws:iam::222222222222:role/x\n`),
    ['TL204', 'arn:aws'],
  ],
  'a deploy role of another partition': [
    root(`${one}region: cn-north-1\ndeployRoleArn: arn:aws:iam::111111111111:role/x\n`),
    ['TL413', 'arn:aws'],
  ],
  'a plan role of another partition': [
    root(`${one}region: us-gov-west-1\nplanRoleArn: arn:aws-cn:iam::111111111111:role/x\n`),
    ['TL413', 'arn:aws'],
  ],
  'a permissions boundary of another partition': [
    root(`${one}region: us-gov-west-1\npermissions_boundary_arn: arn:aws:iam::111111111111:policy/x\n`),
    ['TL413', 'arn:aws'],
  ],
  'an ARN of another partition in a module': [
    root('region: us-gov-west-1\n', 'a: "see arn:aws:s3:::bucket"'),
    ['TL413', '"see'],
  ],
  'an external id without a role': [root('deployRoleExternalId: abc\n'), ['TL208', 'abc']],
  'an external id with a blank': [
    root(`${one}deployRoleArn: arn:aws:iam::111111111111:role/x\ndeploy_role_external_id: "a b"\n`),
    ['TL204', '"a b"'],
  ],
};

test.each(Object.entries(wrong))('%s is an error at its place', (_what, [files, ...expected]) => {
  const { platform, diagnostics } = load(files);
  expect(platform).toBeUndefined();
  expect(brief(diagnostics)).toEqual(expected.map(([code, needle]) => at(files, code, needle)));
});

test('the nearest region is suggested', () => {
  expect(load(root('region: eu-wets-1\n')).diagnostics[0]?.help).toContain('"eu-west-1"');
});

test.each([...knownRegions, 'us-iso-east-1', 'us-isob-east-1', 'default'])('%s is a region', (region) => {
  expect(load(root(`region: ${region}\n`)).diagnostics).toEqual([]);
});

test.each([
  ['cn-north-1', 'arn:aws-cn:s3:::b'],
  ['us-gov-east-1', 'arn:{{partition}}:s3:::b'],
  ['default', 'arn:aws-cn:s3:::b'],
])('in %s the ARN %s is fine', (region, arn) => {
  expect(load(root(`region: ${region}\n`, `a: "${arn}"`)).diagnostics).toEqual([]);
});

test('a role is remembered for other accounts only where it is written for them', () => {
  const template = (arn: string) =>
    load(root(`${one}region: eu-west-1\ndeployRoleArn: ${arn}\n`)).platform?.environments[0]
      ?.deployRoleTemplate;
  expect(template('arn:{{partition}}:iam::{{account}}:role/x')?.describe()).toBe(
    'arn:{{partition}}:iam::{{account}}:role/x',
  );
  expect(template('arn:aws:iam::111111111111:role/x')).toBeUndefined();
});

describe('additional accounts and stacks', () => {
  const entry = (line: string): Files => ({
    'mdaa.yaml': `organization: acme
account: "111111111111"
region: eu-west-1
deployRoleArn: arn:{{partition}}:iam::{{account}}:role/x
domains: { d: { environments: { e: { modules: { m: {
  module_path: any, module_config_data: { a: 1 },
  ${line} } } } } } }
`,
  });

  test('are what the module may reach', () => {
    const files = entry(
      'additional_accounts: ["222222222222", default], additional_stacks: [{ region: us-east-1 }, { account: "333333333333", region: us-east-2 }]',
    );
    const [module] = load(files).platform?.environments[0]?.modules ?? [];
    expect(module?.additionalTargets.map(({ place: _, ...target }) => target)).toEqual([
      { account: '222222222222' },
      { region: 'us-east-1' },
      { account: '333333333333', region: 'us-east-2' },
    ]);
  });

  test.each([
    ['additional_accounts: ["22222"]', 'TL206', '"22222"'],
    ['additional_accounts: [222222222222]', 'TL206', '222222222222'],
    ['additional_stacks: [{ region: moon-1 }]', 'TL204', 'moon-1'],
    ['additional_stacks: [{}]', 'TL203', '{} ]'],
    ['additional_stacks: [{ regoin: eu-west-1 }]', 'TL201', 'regoin'],
    ['additional_stacks: [{ region: us-east-1, addDependencyMainStack: false }]', 'TL602', 'false'],
  ])('%s: %s', (line, code, needle) => {
    const files = entry(line.replace('[{}]', '[ {} ]'));
    expect(brief(load(files).diagnostics)).toContain(at(files, code, needle));
  });
});
