// @ts-check
/**
 * What a good engineer would write by hand with CDKTF for one given platform: parse the YAML files, construct the
 * resources, synth. The resources stand in `resources.json` (`prepare.js` takes them from Terralake's own output,
 * so both programs make the same), each with the class of the provider that makes it.
 */
const { readFileSync, readdirSync, mkdirSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { parse } = require('yaml');
const { App, LocalBackend, TerraformResource, TerraformStack } = require('cdktf');
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');

const [, , config = ''] = process.argv;
const folder = dirname(config);
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.yaml')) parse(readFileSync(join(folder, file), 'utf8'));
}

const reference = /(?<!\$)\$\{((?:data\.)?[a-z0-9_]+\.[\w-]+)\.(\w+)\}/g;

/** @param {object} map @param {(value: any) => any} change */
function mapValues(map, change) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** @type {{ id: string, provider: object, state: string, elements: { module: string, name: string, id: string, address: string, config: Record<string, unknown> }[] }[]} */
const stacks = JSON.parse(readFileSync(join(folder, 'resources.json'), 'utf8'));
const outdir = process.env.CDKTF_OUTDIR ?? 'cdktf.out';
mkdirSync(outdir, { recursive: true });
const app = new App({ outdir, stackTraces: false });
for (const { id, provider, state, elements } of stacks) {
  const stack = new TerraformStack(app, id);
  new LocalBackend(stack, { path: state });
  new AwsProvider(stack, 'aws', provider);
  /** @type {Map<string, any>} */
  const made = new Map();
  // A program by hand refers to attributes of what it has made: `key.arn`.
  /** @type {(value: any) => any} */
  const refer = (value) => {
    if (Array.isArray(value)) return value.map(refer);
    if (typeof value === 'object' && value !== null) return mapValues(value, refer);
    if (typeof value !== 'string') return value;
    return value.replace(
      reference,
      (/** @type {string} */ whole, /** @type {string} */ address, /** @type {string} */ attribute) =>
        made.get(address)?.getStringAttribute(attribute) ?? whole,
    );
  };
  for (const { module, name, id: own, address, config } of elements) {
    const Class = module === '' ? TerraformResource : require(`@cdktf/provider-aws/lib/${module}`)[name];
    const element = new Class(stack, own, module === '' ? { terraformResourceType: name } : refer(config));
    if (module === '') element.addOverride('input', refer(config));
    made.set(address, element);
  }
}
app.synth();
