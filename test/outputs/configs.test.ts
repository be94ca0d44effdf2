import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Engine, synthesize } from '../../core/synthesize';
import { temporary } from '../support/synth';
import { hashOf } from './hash';

const configs = resolve(__dirname, '../../configs');

interface Setting {
  readonly context?: Readonly<Record<string, string>>;
  /** Changes the text of the root file. */
  readonly change?: (root: string) => string;
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
    const stacks = ours.filter(([each]) => each !== 'manifest.json');
    expect(stacks.map(([each, text]) => `${each.split('/')[1] ?? ''} ${hashOf(text)}`)).toMatchSnapshot();
  },
);
