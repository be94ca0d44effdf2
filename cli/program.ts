import { Command, CommanderError } from 'commander';
import { addAccess } from './access/commands';
import { addEnvironments } from './show/commands';
import { reportFailure, withFormat } from './shared/report';
import { withCommon, withFilters } from './shared/options';
import { version } from './shared/version';

/** Every command: a thin entry that loads its folder only when it is called. */
function program(): Command {
  const root = new Command('terralake')
    .description('A governed AWS data platform from a few YAML files, through Terraform')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text) });

  withFormat(withCommon(root.command('validate')))
    .description('all problems of the configuration, with places')
    .action(async (options) => (await import('./validate')).validate(options));
  withFilters(withCommon(root.command('list [what]')))
    .option('--team <name>', 'with `environments`: only those that the team owns or is invited to')
    .description('domains, environments, modules, accounts, stacks; `list environments`: those for teams')
    .action(async (what, options) => (await import('./list')).list(what, options));
  withFilters(withCommon(root.command('synth')))
    .option('-o, --output <folder>', 'where to write stacks/<id>/cdk.tf.json', 'cdktf.out')
    .description('write the Terraform configuration')
    .action(async (options) => (await import('./synth')).synth(options));
  withFilters(withCommon(root.command('plan [stacks...]')))
    .option('--as <identity>', 'plan: assume planRoleArn instead of deployRoleArn')
    .description('terraform plan per stack, in order, saved as plan and plan.json')
    .action(async (stacks, options) => (await import('./plan')).plan(stacks, options));
  withFilters(withCommon(root.command('apply [stacks...]')))
    .option('--allow-data-loss <stacks>', 'the second key: what these stacks hold may be destroyed')
    .description('apply stacks in order, with their hooks')
    .action(async (stacks, options) => (await import('./apply')).apply(stacks, options));
  withFilters(withCommon(root.command('destroy [stacks...]')))
    .option('--allow-data-loss <stacks>', 'the second key: what these stacks hold may be destroyed')
    .option('--from <ref>', 'destroy a stack that has left the configuration, as it was at a git ref')
    .description('destroy stacks in reverse order')
    .action(async (stacks, options) => (await import('./destroy')).destroy(stacks, options));
  addAccess(root);
  withCommon(root.command('lock'))
    .description('write platform.lock.yaml: what must not vanish')
    .action(async (options) => (await import('./lock')).lock(options));
  withCommon(root.command('pivot-role <environment>'))
    .option('-o, --output <file>', 'where to write it, such as pivot.tf.json; left out: standard output')
    .description(
      'Terraform for an account owner who makes the pivot role of an environment (domain/environment)',
    )
    .action(async (environment, options) => (await import('./pivot-role')).pivotRole(environment, options));
  addEnvironments(root);
  withCommon(root.command('doctor'))
    .description(
      'what a deployment needs: tools, credentials, accounts, lock file; exit code 3 if something is missing',
    )
    .action(async (options) => (await import('./doctor')).doctor(options));
  withCommon(root.command('demo'))
    .option('--keep', 'leave the emulator running at the end')
    .description('rehearse the whole deployment on this machine')
    .action(async (options) => (await import('./demo')).demo(options));
  return root;
}

/** The command `terralake`. Sets the exit code; never throws. */
export async function runCommand(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = reportFailure(error);
  }
}
