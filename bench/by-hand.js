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

/** @type {{ id: string, provider: object, state: string, elements: { module: string, name: string, id: string, config: Record<string, unknown> }[] }[]} */
const stacks = JSON.parse(readFileSync(join(folder, 'resources.json'), 'utf8'));
const outdir = process.env.CDKTF_OUTDIR ?? 'cdktf.out';
mkdirSync(outdir, { recursive: true });
const app = new App({ outdir, stackTraces: false });
for (const { id, provider, state, elements } of stacks) {
  const stack = new TerraformStack(app, id);
  new LocalBackend(stack, { path: state });
  new AwsProvider(stack, 'aws', provider);
  for (const element of elements) {
    if (element.module === '') {
      new TerraformResource(stack, element.id, { terraformResourceType: element.name }).addOverride(
        'input',
        element.config,
      );
      continue;
    }
    const Class = require(`@cdktf/provider-aws/lib/${element.module}`)[element.name];
    new Class(stack, element.id, element.config);
  }
}
app.synth();
