import type { ModuleContext, ModuleFinding } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import type { Text } from '../../core/platform/text';
import type { GlueCatalogConfig } from './config';
import { isArn, isPart } from './resources';

type Path = readonly (string | number)[];

/** Resources of no catalog or of another one, policies for nobody, and what cannot be known without an account. */
export function checkCatalog(
  config: GlueCatalogConfig,
  _names: Names,
  context: ModuleContext,
): readonly ModuleFinding[] {
  return [
    ...Object.entries(config.accessPolicies).flatMap(([name, policy]) => [
      ...(policy.readPrincipalArns.length + policy.writePrincipalArns.length === 0 ? [forNobody(name)] : []),
      ...policy.resources.flatMap((entry, index) =>
        checkResource(entry, ['accessPolicies', name, 'resources', index], context),
      ),
    ]),
    ...Object.keys(config.producerAccounts)
      .filter((name) => name.toLowerCase() === 'awsdatacatalog')
      .map(ownCatalog),
    ...(context.account === undefined ? unknownAccount(config) : []),
  ];
}

function checkResource(entry: Text, path: Path, context: ModuleContext): readonly ModuleFinding[] {
  const help = 'Write database/<name>, table/<database>/<table or *>, *, or the whole ARN.';
  const error = (message: string): readonly ModuleFinding[] => [
    { severity: 'error', code: 'TL204', message, help, path },
  ];
  if (!isArn(entry)) {
    return isPart(entry) ? [] : error(`"${entry.describe()}" is no part of a Glue catalog`);
  }
  if (entry.literal === undefined) return [];
  const [, , service, region, account] = entry.literal.split(':');
  if (service !== 'glue') return error(`"${entry.literal}" is not of Glue`);
  const { account: ownAccount = account, region: ownRegion = region } = context;
  return region === ownRegion && account === ownAccount
    ? []
    : error(`"${entry.literal}" is part of another catalog than that of this account and region`);
}

function forNobody(name: string): ModuleFinding {
  return {
    severity: 'warning',
    code: 'TL208',
    message: `the access policy "${name}" names nobody`,
    help: 'Add readPrincipalArns or writePrincipalArns.',
    path: ['accessPolicies', name],
  };
}

function ownCatalog(name: string): ModuleFinding {
  return {
    severity: 'error',
    code: 'TL501',
    message: `Athena knows the catalog of every account itself as "${name}"`,
    help: 'Choose another key.',
    path: ['producerAccounts', name],
  };
}

/** The own account is left out of the lists, which needs its id. */
function unknownAccount(config: GlueCatalogConfig): readonly ModuleFinding[] {
  const lists = ['consumerAccounts', 'kmsKeyConsumerAccounts', 'producerAccounts'] as const;
  return lists
    .filter((list) => Object.keys(config[list]).length > 0)
    .map((list) => ({
      severity: 'warning',
      code: 'TL207',
      message: 'whether one of these accounts is the own one is known to Terraform only',
      help: 'State the account of the environment; its own id is then left out here.',
      path: [list],
    }));
}
