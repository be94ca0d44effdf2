import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Processes } from '../../deploy/process';
import { temporary } from '../support/synth';

const variables = { PATH: process.env.PATH };
const node = (script: string, options: object = {}) =>
  new Processes().run(process.execPath, ['-e', script], { variables, ...options });

test('a program ends with its exit code and what it printed', async () => {
  const said = "process.stdout.write('out\\n', () => process.stderr.write('err\\n', () => process.exit(3)))";
  expect(await node(said)).toEqual({ exitCode: 3, stdout: 'out\n', output: 'out\nerr\n' });
});

test('a character whose bytes come one after the other is whole', async () => {
  const slowly = `
    const [first, ...rest] = Buffer.from('│');
    process.stdout.write(Buffer.from([first]));
    setTimeout(() => process.stdout.write(Buffer.from(rest)), 50);`;
  expect((await node(slowly)).stdout).toBe('│');
});

test('lines are told while they come, the last one without its end too', async () => {
  const lines: string[] = [];
  const script = "process.stdout.write('one\\ntw'); setTimeout(() => process.stdout.write('o\\nthree'), 50)";
  await node(script, { line: (line: string) => lines.push(line) });
  expect(lines).toEqual(['one', 'two', 'three']);
});

test('it sees the variables that it is given, works where it is told to, and has no input', async () => {
  const folder = temporary({});
  const script =
    "process.stdin.on('data', () => {}); console.log(process.env.WORD, process.env.HOME, process.cwd())";
  const { stdout } = await node(script, { folder, variables: { ...variables, WORD: 'given' } });
  expect(stdout.trim()).toBe(`given undefined ${folder}`);
});

test('a line for the shell may print to where it likes', async () => {
  const file = join(temporary({}), 'printed.txt');
  const printsTo = openSync(file, 'w');
  const options = { variables, shell: true, printsTo };
  expect(await new Processes().run('echo one; echo two >&2', [], options)).toMatchObject({ output: '' });
  closeSync(printsTo);
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
});

test('a program that is not there is an error', async () => {
  await expect(new Processes().run('/no/such/program', [], { variables })).rejects.toThrow('ENOENT');
});

test('what is running can be told to stop, and says the last word itself', async () => {
  const processes = new Processes();
  const script = `
    process.on('SIGINT', () => { console.log('saving'); process.exit(5); });
    setTimeout(() => {}, 60_000);
    console.log('ready');`;
  const line = (text: string): void => {
    if (text === 'ready') processes.interrupt();
  };
  const ended = await processes.run(process.execPath, ['-e', script], { variables, line });
  expect(ended).toMatchObject({ exitCode: 5, stdout: 'ready\nsaving\n' });
});
