import type { ConfigNode } from './node';

/** Where a key can stand. */
export type Level = 'root' | 'domain' | 'environment' | 'module' | 'context' | 'module configuration';

/** What becomes of a key of MDAA's. */
export interface MdaaKey {
  readonly key: string;
  readonly levels: readonly Level[];
  readonly status: 'implemented' | 'note' | 'error';
  /** One sentence: what it does here, or what to do instead. */
  readonly says: string;
  /** For which values an error or a note is given; for all, if it is left out. */
  readonly concerns?: (value: ConfigNode) => boolean;
  /** The code of the error; notes have TL602. */
  readonly code?: 'TL601';
}

const every: readonly Level[] = ['root', 'domain', 'environment', 'module'];
const above: readonly Level[] = ['root', 'domain', 'environment'];
const below: readonly Level[] = ['domain', 'environment', 'module'];

function implemented(levels: readonly Level[], key: string, says: string): MdaaKey {
  return { key, levels, status: 'implemented', says };
}

function note(levels: readonly Level[], key: string, says: string): MdaaKey {
  return { key, levels, status: 'note', says };
}

function isFilled(value: ConfigNode): boolean {
  if (value.kind === 'list') return value.items.length > 0;
  return value.kind === 'map' ? value.entries.size > 0 : value.value !== null;
}

/** A switch in the context that is on. */
function isOn(value: ConfigNode): boolean {
  return value.kind !== 'scalar' || (value.value !== null && String(value.value) !== 'false');
}

function contextNote(key: string, says: string): MdaaKey {
  return { key, levels: ['context'], status: 'note', says, concerns: isOn };
}

function contextError(key: string, says: string): MdaaKey {
  return { key, levels: ['context'], status: 'error', code: 'TL601', says, concerns: isOn };
}

/** Every key of MDAA's grammar, and what Terralake makes of it. */
export const mdaaKeys: readonly MdaaKey[] = [
  implemented(['root'], 'organization', 'The first word of every name and parameter path.'),
  implemented(['root'], 'domains', 'The domains by name.'),
  implemented(['domain'], 'environments', 'The environments by name; one Terraform stack each.'),
  implemented(
    ['environment'],
    'modules',
    'The modules by name; the graph of references orders them, not the file.',
  ),
  implemented(
    above,
    'account',
    'Twelve digits in quotes, or `default`; the provider refuses any other account.',
  ),
  implemented(above, 'region', 'A region, or `default`.'),
  implemented(every, 'context', 'Values for `{{context:key}}`; `false` and `0` are values too.'),
  implemented(every, 'tag_configs', 'Files with a `tags:` map.'),
  implemented(every, 'tag_config_data', 'Inline tags; they win over those of files.'),
  implemented(every, 'permissions_boundary_arn', 'Bounds every role; the innermost one counts.'),
  implemented(
    ['root', 'domain'],
    'env_templates',
    "Environments to build on; a domain's win over those of the root.",
  ),
  implemented(['environment'], 'template', 'The entry of `env_templates` to build on.'),
  implemented(['root'], 'naming_module', 'Compiled JavaScript or an npm package with a naming class.'),
  implemented(
    ['root'],
    'naming_class',
    'The class; it has `resourceName(suffix?, maxLength?)` and `ssmPath(path, scope)`.',
  ),
  implemented(['root'], 'naming_props', 'Reach the class as `props`.'),
  implemented(below, 'custom_naming', 'A naming class from this level on, with or without one at the root.'),
  implemented(
    above,
    'terraform',
    'The S3 block of `override` is taken; `terraform.backend` says the same and more. The innermost one counts.',
  ),
  implemented(
    ['module'],
    'module_path',
    '`@aws-mdaa/<name>`, `@terralake/<name>`, `<name>`, a relative path or an npm package.',
  ),
  implemented(['module'], 'cdk_app', 'The old name of `module_path`.'),
  implemented(['module'], 'module_configs', 'Files of the module, merged in order.'),
  implemented(['module'], 'app_configs', 'The old name of `module_configs`; its files come first.'),
  implemented(['module'], 'module_config_data', 'Each key replaces that of the files.'),
  implemented(['module'], 'app_config_data', 'The old name of `module_config_data`, which wins over it.'),
  implemented(
    ['module'],
    'additional_accounts',
    'The module may work in these accounts too, through their deploy roles; one stack holds it all.',
  ),
  implemented(
    ['module'],
    'additional_stacks',
    'The same for accounts and regions; `addDependencyMainStack` has no meaning, as there is one stack.',
  ),
  implemented(['module'], 'predeploy', 'Run by `terralake apply` before the stack.'),
  implemented(['module'], 'postdeploy', 'Run by `terralake apply` after the stack.'),
  note(['root'], 'useStaging', 'There are no stages: the graph of references gives the order.'),
  note(['root'], 'log_suppressions', 'cdk-nag does not run here.'),
  note(
    ['root'],
    'devops',
    'No CodePipeline is generated: run `terralake plan` and `apply`, or Terraform, in a pipeline of your own.',
  ),
  note(every, 'mdaa_version', 'Modules come with Terralake; its version is in package.json.'),
  note(
    ['environment', 'module'],
    'use_bootstrap',
    'There is no bootstrap stack: Terraform looks roles up itself.',
  ),
  note(['module'], 'allow_cross_reference_stack', 'A switch of the CDK.'),
  note(['module'], 'mdaa_compliant', 'A switch of `module_type: tf`.'),
  note(['module'], 'additional_context', 'MDAA never reads it either; write `context`.'),
  note(['module configuration'], 'nag_suppressions', 'cdk-nag does not run here.'),
  implemented(['context'], '@aws-mdaa/legacyCaefTags', 'The system tags are called `caef_…`.'),
  contextNote(
    '@aws-mdaa/skipCreateParams',
    'Parameters are always published: they are what other stacks read.',
  ),
  contextNote('@mdaaLookupSSMValues', 'Terraform reads parameters whenever it plans.'),
  contextNote('publicAccessBlockManagedExternally', 'Every bucket blocks public access itself.'),
  contextError(
    '@aws-mdaa/legacyParamScope',
    'Parameters have their current paths: change what reads the old ones, and remove the key.',
  ),
  contextError(
    '@aws-mdaa/enableUniqueBucketNames',
    'Bucket names cannot carry the id of a CloudFormation stack: choose a unique organization, or a naming class.',
  ),
  {
    key: 'module_type',
    levels: ['module'],
    status: 'error',
    code: 'TL601',
    says: '`cdk` needs no mention. `tf` is not supported: make the Terraform a module of your own, or apply it beside the platform.',
    concerns: (value) => value.kind !== 'scalar' || value.value !== 'cdk',
  },
  {
    key: 'custom_aspects',
    levels: every,
    status: 'error',
    code: 'TL601',
    says: 'CDK aspects cannot run here: put what they enforce into a module of your own or a rule, and remove the key.',
    concerns: isFilled,
  },
  {
    key: 'terraform',
    levels: ['module'],
    status: 'error',
    code: 'TL601',
    says: 'State belongs to a stack: write it at the environment.',
    concerns: isFilled,
  },
  {
    key: 'service_catalog_product_config',
    levels: ['module configuration'],
    status: 'error',
    code: 'TL601',
    says: 'Modules are not published as products: deploy the module itself, once per use.',
  },
  {
    key: 'sagemakerBlueprint',
    levels: ['module configuration'],
    status: 'error',
    code: 'TL601',
    says: 'Modules are not published as blueprints: deploy the module itself, once per use.',
  },
];
