import { at, brief, type Files, labels, load } from './support';

type Expected = readonly (readonly [code: string, needle: string, occurrence?: number])[];

/** A platform of domains → environments → lines of YAML. */
function platform(domains: Readonly<Record<string, Readonly<Record<string, string>>>>, extra = ''): Files {
  const lines = [`organization: acme`, ...(extra === '' ? [] : [extra]), 'domains:'];
  for (const [domain, environments] of Object.entries(domains)) {
    lines.push(`  ${domain}:`, '    environments:');
    for (const [name, content] of Object.entries(environments)) {
      lines.push(`      ${name}:`, content.replace(/^/gm, '        '));
    }
  }
  return { 'mdaa.yaml': `${lines.join('\n')}\n` };
}

const reads = (name: string, value: string) =>
  `  ${name}: { module_path: any, module_config_data: { a: "${value}" } }`;
const roles = (name: string, role = 'admin') =>
  `  ${name}: { module_path: roles, module_config_data: { generateRoles: { ${role}: {} } } }`;
const verbatimRole = (name: string) =>
  `  ${name}: { module_path: roles, module_config_data: { generateRoles: { Owner: { verbatim: true } } } }`;
const bucket = (name: string, key: string, verbatim?: string) =>
  `  ${name}: { module_path: buckets, module_config_data: { owner: me, buckets: { ${key}: { ${verbatim ? `verbatimName: ${verbatim}` : ''} } } } }`;
const settings = (name: string, admin = '') =>
  `  ${name}: { module_path: settings, module_config_data: { ${admin} } }`;
const database = (name: string, admin = '') =>
  `  ${name}: { module_path: database, module_config_data: { ${admin} } }`;
const project = (name: string) =>
  `  ${name}: { module_path: project, module_config_data: { databases: [sales] } }`;
const crawler = (name: string, of: string, db: string) =>
  `  ${name}: { module_path: crawler, module_config_data: { projectName: ${of}, database: "project:databaseName/${db}" } }`;
const env = (...modules: readonly string[]) => ['modules:', ...modules].join('\n');
const account = (id: string, ...modules: readonly string[]) => `account: "${id}"\n${env(...modules)}`;
const one = '111111111111';
const two = '222222222222';

const cases: Readonly<Record<string, { readonly files: Files; readonly expect: Expected }>> = {
  'two owners of a setting': {
    files: platform({ a: { dev: env(settings('first')) }, b: { dev: env(settings('second')) } }),
    expect: [['TL403', 'second']],
  },
  'two owners in different accounts': {
    files: platform({
      a: { dev: account(one, settings('first')) },
      b: { dev: account(two, settings('second')) },
    }),
    expect: [],
  },
  'two owners, of which one is in the default account': {
    files: platform({ a: { dev: env(settings('first')) }, b: { dev: account(two, settings('second')) } }),
    expect: [['TL409', 'dev']],
  },
  'two environments of a domain in one account': {
    files: platform({ a: { dev: env(roles('r')), prod: env(roles('r')) } }),
    expect: [['TL405', 'prod']],
  },
  'two environments of a domain in two accounts': {
    files: platform({ a: { dev: account(one, roles('r')), prod: account(two, roles('r')) } }),
    expect: [],
  },
  'one role generated twice in a domain': {
    files: platform({ a: { dev: env(roles('r'), roles('s')) } }),
    expect: [
      ['TL404', 's: { module'],
      ['TL404', 's: { module'],
    ],
  },
  'names with dashes that make one stack id': {
    files: platform({ 'a-b': { c: env(reads('m', 'x')) }, a: { 'b-c': env(reads('m', 'x')) } }),
    expect: [['TL406', 'b-c']],
  },
  'names with dashes, one with a stack name': {
    files: platform({
      'a-b': { c: env(reads('m', 'x')) },
      a: { 'b-c': `stack_name: x\n${env(reads('m', 'x'))}` },
    }),
    expect: [],
  },
  'names with dashes that make one stack id per module': {
    files: platform(
      { a: { b: env(reads('c-d', 'x')) }, 'a-b': { c: env(reads('d', 'x')) } },
      'stacks: per-module',
    ),
    expect: [['TL406', 'd: {', 2]],
  },
  'one role name twice, in one account; another account has its own': {
    files: platform({
      a: { dev: account(one, verbatimRole('m')) },
      b: { dev: account(one, verbatimRole('n')) },
      c: { dev: account(two, verbatimRole('o')) },
    }),
    expect: [['TL502', 'n: {']],
  },
  'one bucket name twice, in two accounts': {
    files: platform({
      a: { dev: account(one, bucket('m', 'raw', 'my-bucket')) },
      b: { dev: account(two, bucket('n', 'raw', 'my-bucket')) },
    }),
    expect: [['TL502', 'n: {']],
  },
  'a mixture of stated and default regions': {
    files: platform({
      a: { dev: `region: eu-west-1\n${env(reads('m', 'x'))}` },
      b: { dev: env(reads('m', 'x')) },
    }),
    expect: [['TL409', 'dev', 2]],
  },
  'an unknown role': {
    files: platform({ a: { dev: env(roles('r'), reads('m', 'generated-role-id:amdin')) } }),
    expect: [['TL304', '"generated-role-id']],
  },
  "an unknown role of another of the platform's domains": {
    files: platform({
      a: { dev: env(roles('r')) },
      b: { dev: env(reads('m', 'ssm:/{{org}}/a/generated-role/amdin/id')) },
    }),
    expect: [['TL304', '"ssm:']],
  },
  'an unknown facet of a role': {
    files: platform({ a: { dev: env(roles('r'), reads('m', 'ssm:/acme/a/generated-role/admin/names')) } }),
    expect: [['TL304', '"ssm:']],
  },
  'a role of another organization': {
    files: platform({ a: { dev: env(reads('m', 'ssm:/other/a/generated-role/admin/id')) } }),
    expect: [['TL306', '"ssm:']],
  },
  'a role in another account': {
    files: platform({
      a: { dev: account(one, roles('r')) },
      b: { dev: account(two, reads('m', 'ssm:/acme/a/generated-role/admin/id')) },
    }),
    expect: [['TL410', '"ssm:']],
  },
  'a reading that could be of two accounts': {
    files: platform({
      a: { dev: account(one, roles('r')), prod: account(two, roles('r')) },
      b: { dev: account('333333333333', reads('m', 'ssm:/acme/a/generated-role/admin/id')) },
    }),
    expect: [['TL410', '"ssm:']],
  },
  'a parameter that nobody publishes': {
    files: platform({
      a: {
        dev: env(bucket('lake', 'raw'), reads('m', 's3://{{resolve:ssm:/acme/a/lake/bucket/raww/name}}/x')),
      },
    }),
    expect: [['TL306', '"s3:']],
  },
  'a parameter that is published': {
    files: platform({
      a: {
        dev: env(bucket('lake', 'raw'), reads('m', 's3://{{resolve:ssm:/acme/a/lake/bucket/raw/name}}/x')),
      },
    }),
    expect: [],
  },
  'an unknown name of a project': {
    files: platform({ a: { dev: env(project('p'), crawler('c', 'p', 'salse')) } }),
    expect: [['TL305', '"project:']],
  },
  'an unknown project': {
    files: platform({ a: { dev: env(project('p'), crawler('c', 'q', 'sales')) } }),
    expect: [
      ['TL305', 'projectName'],
      ['TL305', '"project:'],
    ],
  },
  'a project whose module has errors of its own': {
    files: platform({
      a: { dev: env(project('p').replace('[sales]', 'sales'), crawler('c', 'p', 'sales')) },
    }),
    expect: [['TL202', 'sales }']],
  },
  'a cycle of references': {
    files: platform({
      a: { dev: env(bucket('m', 'x'), reads('n', 'ssm:/acme/b/m/bucket/x/name')) },
      b: { dev: env(bucket('m', 'x'), reads('n', 'ssm:/acme/a/m/bucket/x/name')) },
    }),
    expect: [['TL309', '"ssm:']],
  },
  'a cycle of references that per-module stacks have not': {
    files: platform(
      {
        a: { dev: env(bucket('m', 'x'), reads('n', 'ssm:/acme/b/m/bucket/x/name')) },
        b: { dev: env(bucket('m', 'x'), reads('n', 'ssm:/acme/a/m/bucket/x/name')) },
      },
      'stacks: per-module',
    ),
    expect: [],
  },
  'a cycle through an account-wide setting': {
    files: platform({
      a: { dev: env(settings('lf', 'admin: { arn: "ssm:/acme/b/generated-role/admin/arn" }')) },
      b: { dev: env(roles('r'), database('db')) },
    }),
    expect: [['TL309', '"ssm:']],
  },
  'a cycle through an administrator who is added to a setting': {
    files: platform({
      a: { dev: env(settings('lf')) },
      b: { dev: env(roles('r'), database('db', 'admin: { id: "generated-role-id:admin" }')) },
    }),
    expect: [['TL309', 'db: {']],
  },
  'waiting for an account-wide setting': {
    files: platform({ a: { dev: env(settings('lf')) }, b: { dev: env(database('db')) } }),
    expect: [],
  },
};

test.each(Object.entries(cases))('%s', (_, { files, expect: expected }) => {
  expect(brief(load(files).diagnostics)).toEqual(
    expected.map(([code, needle, occurrence]) => at(files, code, needle, 'mdaa.yaml', occurrence)),
  );
});

test('a cycle that stacks per module have not: its help says so', () => {
  const [cycle] = load(cases['a cycle of references']?.files ?? {}).diagnostics;
  expect(cycle?.help).toContain('stacks: per-module');
});

/** Case → words and text at every place of its first finding, the primary place first. */
const places: Readonly<
  Record<string, readonly (readonly [words: string, needle: string, occurrence?: number])[]>
> = {
  'two owners of a setting': [
    ['owns it too', 'second'],
    ['owns it already', 'first'],
  ],
  'two environments of a domain in one account': [
    ['goes there too', 'prod'],
    ['is there already', 'dev'],
  ],
  'one role generated twice in a domain': [
    ['publishes it too', 's: { module'],
    ['publishes it already', 'r: { module'],
  ],
  'names with dashes that make one stack id': [
    ['takes it too', 'b-c'],
    ['has it already', 'c:\n'],
  ],
  'names with dashes that make one stack id per module': [
    ['takes it too', 'd: {', 2],
    ['has it already', 'c-d'],
  ],
  'one bucket name twice, in two accounts': [
    ['uses it too', 'n: {'],
    ['uses it already', 'm: {'],
  ],
  'a mixture of stated and default regions': [
    ['states no region', 'dev', 2],
    ['states eu-west-1', 'dev'],
  ],
  'a role in another account': [
    ['read here', '"ssm:'],
    ['published here', 'r: {'],
  ],
  'a reading that could be of two accounts': [
    ['read here', '"ssm:'],
    ['published here', 'r: {'],
    ['published here', 'r: {', 2],
  ],
  'a cycle of references': [
    ['a-dev reads /acme/b/m/bucket/x/name of b-dev', '"ssm:'],
    ['b-dev reads /acme/a/m/bucket/x/name of a-dev', '"ssm:', 2],
  ],
  'a cycle through an administrator who is added to a setting': [
    ['b-dev waits for the lake formation settings of a-dev', 'db: {'],
    ['a-dev reads /acme/b/generated-role/admin/id of b-dev', '"generated-role-id'],
  ],
};

test.each(Object.entries(places))('%s: every place, with words', (name, expected) => {
  const { files } = cases[name] ?? { files: {} };
  expect(labels(load(files).diagnostics[0])).toEqual(
    expected.map(([words, needle, occurrence]) => at(files, words, needle, 'mdaa.yaml', occurrence)),
  );
});
