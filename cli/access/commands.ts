import type { Command } from 'commander';
import { withFormat } from '../shared/report';
import { withAccess, withRequest } from './options';

/** `terralake access …`: who can do what. */
export function addAccess(root: Command): void {
  const access = root.command('access').description('who can do what, before anything is applied');
  withAccess(access.command('matrix'))
    .option('--format <format>', 'table, json or html')
    .option('-o, --output <file>', 'write there instead of printing')
    .option(
      '--base <ref>',
      'who gains and who loses against a git ref, or against `live`: what stands in AWS',
    )
    .option('--all', 'every name and every reason, however many')
    .description('principals × data: who can read, write, delete, administer')
    .action(async (options) => (await import('./matrix')).matrix(options));
  withRequest(access.command('explain <principal> <action> <resource>'))
    .description('allowed or denied, by which statement of which line')
    .action(async (principal, action, resource, options) =>
      (await import('./explain')).explain(principal, action, resource, options),
    );
  withRequest(access.command('who-can <action> <resource>'))
    .description('everybody who may, with the reason')
    .action(async (action, resource, options) =>
      (await import('./who-can')).whoCan(action, resource, options),
    );
  withFormat(withAccess(access.command('verify')))
    .option('--contract <file>', 'the contract; access-contract.yaml beside the root file by default')
    .description('check the access contract: exit code 3 when it is broken')
    .action(async (options) => (await import('./verify')).verify(options));
}
