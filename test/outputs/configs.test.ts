import { synthesize } from '../../cli/shared/built-in';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Engine } from '../../core/engine/render';

import { temporary } from '../support/synth';
import { hashOf } from './hash';

const configs = resolve(__dirname, '../../configs');

interface Setting {
  readonly context?: Readonly<Record<string, string>>;
  /** Changes the text of the root file. */
  readonly change?: (root: string) => string;
}

/** What Terraform reads: the comments of constructs say which library made them, and at which version. */
function withoutMetadata([file, text]: readonly [string, string]): readonly [string, unknown] {
  const json = JSON.parse(text, (key, value: unknown) => (key === '//' ? undefined : value)) as object;
  return [file, file === 'manifest.json' ? { ...json, version: '' } : json];
}

const perModule = (root: string) => root.replace(/^organization:/m, 'stacks: per-module\norganization:');
const settings: Readonly<Record<string, Setting>> = {
  'as it is': {},
  'a stack for each module': { change: perModule },
  unprotected: {
    change: (root) => root.replace(/^organization:/m, 'deletion_protection: false\norganization:'),
  },
};

const platforms = readdirSync(configs).flatMap((name) =>
  Object.entries(settings).map(([setting, how]) => [name, setting, how] as const),
);

test('the line of YAML behind each address stands beside the stacks', async () => {
  const file = join(configs, 'teams_and_environments', 'platform.yaml');
  const outdir = temporary({});
  const { stacks, addresses } = await synthesize({ file, outdir, environment: {} });
  for (const { id } of stacks) {
    const lines = JSON.parse(readFileSync(join(outdir, 'origin', `${id}.json`), 'utf8')) as Record<
      string,
      { file: string; line: number }
    >;
    const ofModules = [...(addresses.get(id) ?? [])].filter(
      (address) => address !== 'terraform_data.deployer',
    );
    expect(Object.keys(lines)).toEqual(expect.arrayContaining(ofModules));
    for (const { file: yaml, line } of Object.values(lines)) {
      const text = readFileSync(join(configs, 'teams_and_environments', yaml), 'utf8').split('\n');
      expect(text[line - 1]?.trim()).toBeTruthy();
    }
  }
});

/** The bytes that Terraform gets are public interface: a change needs a reason, and a line in the changelog. */
test.each(platforms)(
  'the bytes of every stack of %s, %s',
  async (name, _setting, { context = {}, change }) => {
    const folder = temporary({});
    cpSync(join(configs, name), folder, { recursive: true });
    const file = [join(folder, 'mdaa.yaml'), join(folder, 'platform.yaml')].find(existsSync) ?? '';
    if (change) writeFileSync(file, change(readFileSync(file, 'utf8')));
    const outputs = async (engine: Engine): Promise<readonly (readonly [string, string])[]> => {
      const outdir = join(folder, engine);
      const { stacks } = await synthesize({ file, outdir, environment: {}, context, engine });
      const files = stacks.map(({ id }) => join('stacks', id, 'cdk.tf.json'));
      return [...files, 'manifest.json'].map((each) => [each, readFileSync(join(outdir, each), 'utf8')]);
    };
    const ours = await outputs('json');
    expect(await outputs('cdktf')).toEqual(ours);
    expect((await outputs('cdktn')).map(withoutMetadata)).toEqual(ours.map(withoutMetadata));
    const stacks = ours.filter(([each]) => each !== 'manifest.json');
    expect(stacks.map(([each, text]) => `${each.split('/')[1] ?? ''} ${hashOf(text)}`)).toMatchSnapshot();
  },
);
