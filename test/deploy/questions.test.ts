import * as z from 'zod';
import { defineModule, type ModuleDefinition } from '../../core/module/define-module';
import type { ClientSettings, Questions as Asked } from '../../core/module/questions';
import { stackPlans } from '../../core/platform/stacks';
import { loadPlatform } from '../../core/config/load';
import { RefusedError } from '../../deploy/errors';
import { Questions } from '../../deploy/questions';
import { quietRun } from '../support/deploy';
import { temporary } from '../support/synth';

const site = { account: '111111111111', region: 'eu-west-1' };

/** A module that waits for things, and needs its account to be fine. */
function waiting(
  answers: Readonly<Record<string, boolean | Error>>,
  problem?: Error | string,
): ModuleDefinition {
  const said = async <T>(answer: T | Error): Promise<T> => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return defineModule({
    name: 'waiting',
    summary: 'waits',
    config: z.strictObject({ for: z.array(z.string()).default([]) }),
    declares: () => ({}),
    questions: (config, { own }): Asked => ({
      presences: config.for.map((name) => ({
        ...site,
        about: 'what is there',
        variable: 'there',
        name,
        recorded: name === 'recorded',
        record: { module: `d/${own.environment.name}/${own.module.name}`, list: 'things', item: name },
        pending: `waits for ${name}`,
        ask: (_client: ClientSettings) => said(answers[name] ?? new Error('asked for what nobody waits for')),
      })),
      conditions: [
        {
          ...site,
          about: 'whether it is fine',
          subject: 'the account',
          path: ['for'],
          need: 'waiting needs an account',
          met: 'fine',
          permission: 'sts:Nothing',
          async ask() {
            const answer = await said(problem);
            if (answer === undefined) return undefined;
            return { code: 'TL423' as const, message: answer, help: 'Mend it.' };
          },
        },
      ],
    }),
    build: () => undefined,
  });
}

function asking(definition: ModuleDefinition, modules: Readonly<Record<string, readonly string[]>>) {
  const entry = (things: readonly string[]) => ({
    module_path: 'waiting',
    module_config_data: { for: things },
  });
  const folder = temporary({
    'mdaa.yaml': {
      organization: 'o',
      ...site,
      domains: {
        d: {
          environments: {
            dev: {
              modules: Object.fromEntries(Object.entries(modules).map(([name, of]) => [name, entry(of)])),
            },
          },
        },
      },
    },
  });
  const { platform } = loadPlatform({ file: `${folder}/mdaa.yaml`, registry: [definition] });
  const [plan] = platform ? stackPlans(platform) : [];
  if (!platform || !plan) throw new Error('not a platform');
  const { run, events } = quietRun();
  return { questions: new Questions(run, platform, 'deploy'), plan, events };
}

test('what is there goes into the variable of the module that asks; the rest is pending', async () => {
  const { questions, plan, events } = asking(waiting({ x: true, y: false, z: true }), {
    '1st': ['x', 'y', 'z'],
    other: ['y'],
    without: [],
  });
  expect(await questions.answersFor(plan)).toEqual({
    args: ['-var=_1st__there=["x","z"]', '-var=other__there=[]'],
    pending: ['y'],
  });
  expect(events).toEqual([{ kind: 'pending', message: 'waits for y' }]);
  const records = { waiting: { 'd/dev/1st': { things: ['y'], more: 1 }, 'd/dev/other': { more: 2 } } };
  expect(questions.recordedIn(records)).toEqual({
    waiting: { 'd/dev/1st': { things: ['x', 'z'], more: 1 }, 'd/dev/other': { more: 2 } },
  });
});

test('without an answer, what is recorded counts, each reason is told once, and nothing is written down', async () => {
  const mute = new Error('no network');
  const { questions, plan, events } = asking(waiting({ recorded: mute, y: mute }), { m: ['recorded', 'y'] });
  expect(await questions.answersFor(plan)).toEqual({ args: ['-var=m__there=["recorded"]'], pending: ['y'] });
  expect(events).toEqual([
    { kind: 'unanswered', question: 'what is there', reason: 'Error: no network' },
    { kind: 'pending', message: 'waits for y' },
  ]);
  const records = { waiting: { 'd/dev/m': { things: ['recorded'] } } };
  expect(questions.recordedIn(records)).toEqual(records);
});

test('a condition that does not hold refuses the run, at its line; for chosen modules alone', async () => {
  const { questions, plan, events } = asking(waiting({}, 'the account is not fine'), { m: [], other: [] });
  const refused = questions.assertConditions({ plans: [plan], modules: new Set(['m']) });
  await expect(refused).rejects.toThrow(RefusedError);
  await expect(refused).rejects.toThrow('waiting needs an account, so nothing was planned');
  const place = plan.modules[0]?.locate(['for']);
  const finding = {
    severity: 'error',
    code: 'TL423',
    message: 'the account is not fine',
    help: 'Mend it.',
    place,
  };
  expect(events).toEqual([{ kind: 'found', findings: [finding], folder: expect.any(String) }]);
  await questions.assertConditions({ plans: [plan], modules: new Set(['none of them']) });
});

test('a condition that nobody could ask about refuses nothing', async () => {
  const { questions, plan, events } = asking(waiting({}, new Error('no network')), { m: [] });
  await questions.assertConditions({ plans: [plan], modules: new Set() });
  expect(events).toMatchObject([{ kind: 'unanswered', question: 'whether it is fine' }]);
});
