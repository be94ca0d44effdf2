import type { Environment, Module } from '../../../core/platform/platform';
import { stackPlans } from '../../../core/platform/stacks';
import { type Files, load, moduleWith, rootWith } from './support';

function environment(files: Files, name = 'e'): Environment {
  const { platform, diagnostics } = load(files);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const found = platform?.environments.find((candidate) => candidate.name === name);
  if (!found) throw new Error('not loaded');
  return found;
}

function module(files: Files, name = 'm', of = 'e'): Module {
  const found = environment(files, of).modules.find((candidate) => candidate.name === name);
  if (!found) throw new Error('no such module');
  return found;
}

/** One value at every level; the domain `d` has an environment `plain` without own values. */
const levels: Files = {
  'mdaa.yaml': `
organization: acme
account: "111111111111"
region: eu-west-1
context: { a: root, b: root, c: root, d: root, map: { x: 1 } }
tag_config_data: { a: root, b: root, c: root, d: root }
tag_configs: [./root.yaml]
permissions_boundary_arn: arn:aws:iam::{{account}}:policy/root
deletion_protection: false
deployRoleArn: arn:aws:iam::{{account}}:role/root
terraform: { backend: { cloud: { organization: root } } }
domains:
  d:
    context: { b: domain, c: domain, d: domain, map: { y: 2 } }
    tag_config_data: { b: domain, c: domain, d: domain }
    tag_configs: [./domain.yaml]
    region: eu-west-2
    environments:
      plain:
        account: "222222222222"
        modules: { m: { module_path: any, module_config_data: { all: "{{context:a}} {{context:b}} {{context:d}}" } } }
      e:
        context: { c: env, d: env }
        tag_config_data: { c: env, d: env }
        region: eu-west-3
        permissions_boundary_arn: arn:aws:iam::{{account}}:policy/env
        deploy_role_arn: arn:aws:iam::{{account}}:role/env
        plan_role_arn: arn:aws:iam::{{account}}:role/plan
        assume_deploy_role: true
        terraform: { override: { terraform: { backend: { s3: { bucket: state, dynamodb_table: locks } } } } }
        modules:
          m:
            module_path: "@aws-mdaa/any@^1.0.0"
            context: { d: module }
            tag_config_data: { d: module, own: "{{module_name}}" }
            deletion_protection: true
            predeploy: { command: "./a.sh {{org}} {{region}} {{context:d}}", exit_if_fail: true }
            postdeploy: { command: b, after_success: true }
            module_config_data: { all: "{{context:a}} {{context:b}} {{context:c}} {{context:d}}", map: "{{context:map}}" }
          n: { module_path: any }
`,
  'root.yaml': 'tags: { f: root, g: root, a: file }\n',
  'domain.yaml': 'tags: { g: "{{domain}}" }\nother: 1\n',
};

test('context and tags: an inner key replaces an outer one, maps are not merged', () => {
  expect(module(levels).config).toEqual({ all: 'root domain env module', map: { y: 2 } });
  expect(module(levels, 'm', 'plain').config).toEqual({ all: 'root domain domain' });
});

test('tags: files, inline, system; what a module adds or changes is its own', () => {
  expect(environment(levels).tags).toEqual({
    ...{ a: 'root', b: 'domain', c: 'env', d: 'env', f: 'root', g: 'd' },
    ...{ mdaa_org: 'acme', mdaa_env: 'e', mdaa_domain: 'd' },
  });
  expect(module(levels).tags).toEqual({ d: 'module', own: 'm', mdaa_cdk_app: 'any', mdaa_module_name: 'm' });
  expect(module(levels, 'n').tags).toEqual({ mdaa_cdk_app: 'any', mdaa_module_name: 'n' });
});

test('a tag for all modules may name each module', () => {
  const files = { 'mdaa.yaml': moduleWith('a: 1', 'tag_config_data: { by: "x-{{module_name}}", all: y }\n') };
  expect(environment(files).tags).toMatchObject({ all: 'y' });
  expect(environment(files).tags).not.toHaveProperty('by');
  expect(module(files).tags).toMatchObject({ by: 'x-m' });
});

test('system tags win over those of the user, and can carry their old names', () => {
  const extra = 'tag_config_data: { mdaa_org: x, mdaa_module_name: y }\n';
  expect(environment({ 'mdaa.yaml': moduleWith('a: 1', extra) }).tags).toMatchObject({ mdaa_org: 'acme' });
  expect(module({ 'mdaa.yaml': moduleWith('a: 1', extra) }).tags).toEqual({
    mdaa_cdk_app: 'any',
    mdaa_module_name: 'm',
  });
  const legacy = { 'mdaa.yaml': moduleWith('a: 1', 'context: { "@aws-mdaa/legacyCaefTags": true }\n') };
  expect(environment(legacy).tags).toEqual({ caef_org: 'acme', caef_env: 'e', caef_domain: 'd' });
  expect(module(legacy).tags).toEqual({ caef_cdk_app: 'any', caef_module_name: 'm' });
});

test('account, region, roles, boundary, protection: the innermost one counts', () => {
  const inner = environment(levels);
  expect(inner).toMatchObject({ account: '111111111111', region: 'eu-west-3', assumeDeployRole: true });
  expect(inner.deployRoleArn).toBe('arn:aws:iam::111111111111:role/env');
  expect(inner.planRoleArn).toBe('arn:aws:iam::111111111111:role/plan');
  const outer = environment(levels, 'plain');
  expect(outer).toMatchObject({ account: '222222222222', region: 'eu-west-2', assumeDeployRole: false });
  expect(outer.deployRoleArn).toBe('arn:aws:iam::222222222222:role/root');
  expect(module(levels).permissionsBoundaryArn?.literal).toBe('arn:aws:iam::111111111111:policy/env');
  expect(module(levels, 'm', 'plain').permissionsBoundaryArn?.literal).toBe(
    'arn:aws:iam::222222222222:policy/root',
  );
  expect(module(levels).deletionProtection).toBe(true);
  expect(module(levels, 'n').deletionProtection).toBe(false);
  expect(module({ 'mdaa.yaml': moduleWith('a: 1') }).deletionProtection).toBe(true);
});

test('`default` stands for whatever runs', () => {
  const files = { 'mdaa.yaml': moduleWith('a: 1', 'account: Default\nregion: default\n') };
  expect(environment(files)).toMatchObject({ account: undefined, region: undefined });
});

test('an account id can come from the context', () => {
  const files = {
    'mdaa.yaml': moduleWith('a: 1', 'context: { id: "012345678901" }\naccount: "{{context:id}}"\n'),
  };
  expect(environment(files).account).toBe('012345678901');
});

test('hooks', () => {
  const { predeploy, postdeploy } = module(levels);
  expect(predeploy).toMatchObject([
    { command: './a.sh acme eu-west-3 module', exitIfFail: true, afterSuccess: false },
  ]);
  expect(postdeploy).toMatchObject([{ command: 'b', exitIfFail: false, afterSuccess: true }]);
  const open = rootWith('m: { module_path: any, predeploy: { command: "a {{region}}" } }');
  expect(module({ 'mdaa.yaml': open }).predeploy).toMatchObject([{ command: 'a ${TERRALAKE_REGION}' }]);
});

test('the innermost backend counts, whole', () => {
  expect(environment(levels).backend).toEqual({
    ...{ kind: 's3', bucket: 'state', region: undefined, kmsKeyId: undefined },
    ...{ lock: 'dynamodb', dynamodbTable: 'locks', assumeRoleArn: undefined },
  });
  expect(environment(levels, 'plain').backend).toMatchObject({ kind: 'cloud', organization: 'root' });
});

test('templates: deep merge, lists by position, modules by name, those of the template first', () => {
  const files = {
    'mdaa.yaml': `
organization: acme
env_templates:
  t:
    context: { x: template, map: { a: 1 }, list: [1, 2] }
    tag_configs: [./a.yaml, ./b.yaml]
    modules:
      first: { module_path: any }
      m: { module_path: nothing, context: { k: 1 } }
  u: { modules: { root: { module_path: any } } }
domains:
  d:
    env_templates: { u: { modules: { domain: { module_path: any } } } }
    environments:
      e:
        template: t
        context: { y: own, map: { b: 2 }, list: [9] }
        tag_configs: [./c.yaml]
        modules:
          m: { module_path: any, module_config_data: { c: "{{context:x}} {{context:y}}", map: "{{context:map}}", list: "{{context:list}}" } }
  f: { environments: { g: { account: "111111111111", template: u } } }
  h: { environments: { i: { account: "111111111111", template: u } } }
`,
    'a.yaml': 'tags: { file: a }\n',
    'b.yaml': 'tags: { other: b }\n',
    'c.yaml': 'tags: { file: c }\n',
  };
  const result = environment(files);
  expect(result.modules.map(({ name }) => name)).toEqual(['first', 'm']);
  expect(module(files).config).toEqual({ c: 'template own', map: { a: 1, b: 2 }, list: [9, 2] });
  expect(result.tags).toMatchObject({ file: 'c', other: 'b' });
  expect(environment(files, 'g').modules.map(({ name }) => name)).toEqual(['root']);
});

test("a domain's template wins over one of the root", () => {
  const files = {
    'mdaa.yaml': `
organization: acme
env_templates: { t: { modules: { root: { module_path: any } } } }
domains:
  d: { env_templates: { t: { modules: { domain: { module_path: any } } } }, environments: { e: { template: t } } }
`,
  };
  expect(environment(files).modules.map(({ name }) => name)).toEqual(['domain']);
});

test('stacks per module, and stack names', () => {
  const files = { 'mdaa.yaml': moduleWith('a: 1', 'stacks: per-module\n') };
  expect(environment(files)).toMatchObject({ stacks: 'per-module', stackName: 'd-e' });
  const named = {
    'mdaa.yaml': moduleWith('a: 1').replace('        modules', '        stack_name: lake\n        modules'),
  };
  const { platform } = load(named);
  expect(platform && stackPlans(platform)[0]).toMatchObject({
    id: 'lake',
    workspace: 'acme-lake',
    stateKey: 'acme/lake.tfstate',
  });
});

test('old names of keys', () => {
  const files = {
    'mdaa.yaml': rootWith(
      'm: { cdk_app: "@aws-caef/any", app_configs: [./x.yaml], app_config_data: { a: 1 } }',
    ),
    'x.yaml': 'b: 2\n',
  };
  expect(module(files).config).toEqual({ a: 1, b: 2 });
});

test('text that reads like a number or a boolean becomes one where the schema wants one', () => {
  const files = {
    'mdaa.yaml': rootWith(
      'm: { module_path: buckets, module_config_data: { owner: me, buckets: { raw: { versioned: "false", days: "{{context:days}}" } } } }',
      'context: { days: "30" }\n',
    ),
  };
  expect(module(files).config).toMatchObject({ buckets: { raw: { versioned: false, days: 30 } } });
});

test('a list may come as the JSON of one, from the environment of the process or from --context', () => {
  const files = {
    'mdaa.yaml': rootWith(
      'm: { module_path: project, module_config_data: { databases: "{{context:names}}" } }',
    ),
  };
  const { platform, diagnostics } = load(files, { context: { names: '["a", "b"]' } });
  expect(diagnostics).toEqual([]);
  expect(platform?.environments[0]?.modules[0]?.config).toMatchObject({ databases: ['a', 'b'] });
});
