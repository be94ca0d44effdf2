import { siblingsOf } from '../../core/platform/view';
import { stackPlans } from '../../core/platform/stacks';
import { environmentView, type EnvironmentView } from '../../modules/environment/show/view';
import { list, processConfiguration } from '../shared/configuration';
import { environmentCalled, environmentOfTeam } from '../shared/environments';
import { load } from '../shared/load';
import { newRun } from '../shared/run';
import type { CommonOptions } from '../shared/options';
import { print, printJson } from '../shared/report';
import { UsageError } from '../shared/usage-error';
import { deployed } from './deployed';
import { neededPolicies } from './policies';
import { viewText } from './text';

export interface ShowOptions extends CommonOptions {
  readonly team?: string;
  readonly section?: string;
  readonly policies?: boolean;
}

/** Prints everything about an environment for teams, or what one of its teams sees of it. */
export async function show(what: string, name: string, options: ShowOptions): Promise<void> {
  if (what !== 'environment')
    throw new UsageError(`"${what}" cannot be shown`, 'Write `terralake show environment <name>`.');
  const platform = load(options);
  const { team: as, ...found } =
    options.team === undefined
      ? { ...environmentCalled(platform, name), team: undefined }
      : environmentOfTeam(platform, name, options.team);
  if (options.policies === true) {
    if (!as) throw new UsageError('--policies are those of a team', 'Add --team <name>.');
    printJson(neededPolicies(found.facts, as));
    return;
  }
  const { module } = found.located;
  const plan = stackPlans(platform).find(({ modules }) => modules.includes(module));
  if (!plan) throw new UsageError(`${found.facts.path} is in no stack`, 'Run `terralake validate`.');
  const now = await deployed(newRun(), found.facts, module.name, plan, processConfiguration().outdir);
  const view = environmentView(found.located, siblingsOf(platform, module.definition.name), now, as);
  const chosen = sections(view, list(options.section));
  if (options.json === true) printJson(chosen);
  else print(viewText(chosen));
}

function sections(view: EnvironmentView, wanted: readonly string[]): EnvironmentView {
  const unknown = wanted.find((section) => !Object.hasOwn(view, section));
  if (unknown !== undefined)
    throw new UsageError(`there is no section "${unknown}"`, `Choose from: ${Object.keys(view).join(', ')}.`);
  if (wanted.length === 0) return view;
  return Object.fromEntries(Object.entries(view).filter(([section]) => wanted.includes(section)));
}
