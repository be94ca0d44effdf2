import type { Command } from 'commander';
import { withCommon } from '../shared/options';

const named = 'the key of the module, <domain>/<environment> or <domain>/<environment>/<module>';

/** The commands around environments for teams. */
export function addEnvironments(root: Command): void {
  withCommon(root.command('show <what> <name>'))
    .option('--team <name>', 'as this team sees it: nothing if it is not onboarded')
    .option('--section <names>', 'only these sections (comma list)')
    .option('--policies', 'instead: the policies that the role of --team needs, for a role that was brought')
    .description(`everything about an environment for teams: show environment <name> (${named})`)
    .action(async (what, name, options) => (await import('.')).show(what, name, options));
  withCommon(root.command('logs <stack>'))
    .option('--run <command>', 'the last run of plan, apply or destroy; left out: the last run of all')
    .description('what the last run of a stack printed')
    .action(async (stack, options) => (await import('../logs')).logs(stack, options));
  withCommon(root.command('credentials <environment>'))
    .requiredOption('--team <name>', 'the team whose role is taken; you must be one of its people')
    .option('--duration <time>', 'how long they last: 15m to 1h', '1h')
    .option('--export', 'as lines for a shell: eval "$(terralake credentials … --export)"')
    .description(`temporary credentials of a team's role (${named}); --json is what credential_process takes`)
    .action(async (environment, options) =>
      (await import('../credentials')).credentials(environment, options),
    );
  withCommon(root.command('console <environment>'))
    .requiredOption('--team <name>', 'the team whose role is taken; you must be one of its people')
    .description(`a URL that opens the AWS console with a team's role (${named})`)
    .action(async (environment, options) => (await import('../console')).consoleUrl(environment, options));
  withCommon(root.command('codeowners'))
    .option('-o, --output <file>', 'write there, such as .github/CODEOWNERS; left out: standard output')
    .option('--prefix <folder>', 'the folder of the root file in the repository; left out: asked of git')
    .option('--check <file>', 'compare with this file instead: exit code 3 where it differs')
    .description('who approves which file: linking teams, owners of environments, teams, tenants')
    .action(async (options) => (await import('../codeowners')).codeowners(options));
}
