import { GlueResourcePolicy } from '../../core/provider/aws';
import { arnOf, type Location } from '../../core/aws/location';
import type { PolicyStatement } from '../../aws/iam/statement';
import type { ModuleScope } from '../../core/module/scope';
import type { OtherAccounts } from './accounts';
import type { GlueCatalogConfig } from './config';
import { resourceArn } from './resources';

const read = ['glue:Get*', 'glue:List*'];

/** To change what a database holds, not to make or drop databases. */
const write = [
  'UpdateDatabase',
  'CreateTable',
  'UpdateTable',
  'DeleteTable',
  'BatchDeleteTable',
  'DeleteTableVersion',
  'BatchDeleteTableVersion',
  'CreatePartition',
  'BatchCreatePartition',
  'UpdatePartition',
  'BatchUpdatePartition',
  'DeletePartition',
  'BatchDeletePartition',
  'CreatePartitionIndex',
  'DeletePartitionIndex',
  'UpdateColumnStatisticsForTable',
  'DeleteColumnStatisticsForTable',
  'UpdateColumnStatisticsForPartition',
  'DeleteColumnStatisticsForPartition',
].map((action) => `glue:${action}`);

/** The resource policy of the catalog, where somebody is to reach it. */
export function catalogPolicy(scope: ModuleScope, config: GlueCatalogConfig, others: OtherAccounts): void {
  const statements = [...accessStatements(scope, config), ...accountStatements(scope, others.consumers)];
  if (statements.length === 0) return;
  scope.add(
    GlueResourcePolicy,
    'policy',
    {
      policy: scope.policy([...statements, ramSharing(scope)]),
      enableHybrid: config.enableHybrid ? 'TRUE' : 'FALSE',
    },
    { owns: 'glue catalog policy' },
  );
}

function accessStatements(scope: ModuleScope, config: GlueCatalogConfig): readonly PolicyStatement[] {
  return Object.entries(config.accessPolicies).flatMap(([name, policy]): readonly PolicyStatement[] => {
    const entries = policy.resources.map((entry) => resourceArn(scope, entry, (text) => scope.value(text)));
    const readers = policy.readPrincipalArns.map((arn) => scope.value(arn));
    const writers = policy.writePrincipalArns.map((arn) => scope.value(arn));
    const all = [...readers, ...writers];
    if (all.length === 0) return [];
    const catalog = arnOf(scope, 'glue', 'catalog');
    return [
      {
        sid: `${name}-read`,
        actions: read,
        resources: withDefault(scope, entries),
        principals: { AWS: all },
      },
      // Without the default database, which clients only look for.
      {
        sid: `${name}-write`,
        actions: write,
        resources: [...entries, catalog],
        principals: { AWS: writers },
      },
    ];
  });
}

function accountStatements(scope: ModuleScope, accounts: readonly string[]): readonly PolicyStatement[] {
  if (accounts.length === 0) return [];
  const roots = accounts.map((account) => `arn:${scope.partition}:iam::${account}:root`);
  const resources = withDefault(scope, [arnOf(scope, 'glue', '*')]);
  return [{ sid: 'accounts-read', actions: read, resources, principals: { AWS: roots } }];
}

/** Lake Formation shares through RAM, which sends no source account here. */
function ramSharing(location: Location): PolicyStatement {
  return {
    sid: 'allow-ram-sharing',
    actions: ['glue:ShareResource'],
    resources: ['catalog', 'database/*', 'table/*/*'].map((part) => arnOf(location, 'glue', part)),
    principals: { Service: ['ram.amazonaws.com'] },
  };
}

function withDefault(location: Location, entries: readonly string[]): readonly string[] {
  return [...entries, arnOf(location, 'glue', 'catalog'), arnOf(location, 'glue', 'database/default')];
}
