import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { lockFileName } from '../../core/lock/lock';
import { codeownersText, fileOwners } from '../../modules/environment/ownership/codeowners';
import { git } from '../shared/git';
import { load } from '../shared/load';
import type { CommonOptions } from '../shared/options';
import { print, printJson, say } from '../shared/report';
import { RefusedError, RunError } from '../../deploy/errors';

export interface CodeownersOptions extends CommonOptions {
  readonly output?: string;
  readonly prefix?: string;
  readonly check?: string;
}

/** Writes who approves which file, for the code host to enforce; or checks that a file says so. */
export async function codeowners(options: CodeownersOptions): Promise<void> {
  const platform = load(options);
  const file = options.output ?? options.check ?? '.github/CODEOWNERS';
  const prefix = options.prefix ?? (await prefixOf(platform.folder));
  const own = relative(platform.folder, resolve(file)).replaceAll('\\', '/');
  const owners = fileOwners(platform, [lockFileName, own]);
  const { text, silent } = codeownersText(platform, owners, prefix);
  for (const team of silent)
    say(`warning: the team ${team} has no \`codeowner:\` in organization_teams: it approves nothing`);
  if (options.check !== undefined) check(options.check, text);
  else if (options.output !== undefined) write(resolve(options.output), text);
  else if (options.json === true) printJson(owners);
  else print(text);
}

function check(file: string, text: string): void {
  let found = '';
  try {
    found = readFileSync(file, 'utf8');
  } catch {
    // as an empty file, which differs
  }
  if (found === text) return;
  throw new RefusedError(
    `${file} is not what the configuration asks for`,
    `Write it with \`terralake codeowners --output ${file}\` and commit it.`,
  );
}

function write(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch {
    throw new RunError(`${file} cannot be written`, 'Name another file.');
  }
}

/** The folder of the root file in its git repository; the repository's own where there is none. */
function prefixOf(folder: string): Promise<string> {
  return git(realpathSync(folder), 'rev-parse', '--show-prefix').catch(() => '');
}
