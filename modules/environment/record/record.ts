import type { ModuleContext, ModuleView } from '../../../core/module/define-module';
import type { Names } from '../../../core/naming/names';
import type { ModuleRecord, RecordValue } from '../../../core/platform/record';
import type { EnvironmentConfig } from '../config';
import { environmentFacts } from '../facts';
import { recordKey } from '../names';
import type { TeamRole } from '../team-facts';
import { neighbourhoodOf, type EnvironmentName } from '../part';
import { parts } from '../parts';
import { mapIn } from './read';
import { pathOfDataset } from './references';

/** What the lock file is to record of an environment: what may not change, names that were given, and what it holds. */
export function recordEnvironment(
  config: EnvironmentConfig,
  names: Names,
  context: ModuleContext,
): ModuleRecord {
  const facts = environmentFacts(config, names, context);
  const { location, names: own, path } = facts;
  const studio = studioChoice(config);
  const existingTables = facts.existingTables.filter((table) => isTable(config, table));
  return {
    account: location.account,
    region: location.region,
    team: config.team,
    iamRole: config.iamRole ?? null,
    id: config.id ?? null,
    prefixes: own.prefixes,
    // Without the feature nothing is decided yet.
    ...(studio !== undefined && { mlStudio: studio }),
    pivot: {
      create: config.pivotRole.create,
      roleArn: config.pivotRole.roleArn ?? null,
      trustedAccountId: config.pivotRole.trustedAccountId ?? null,
    },
    names: givenNames(parts.flatMap((part) => part.names?.(facts) ?? [])),
    teams: Object.fromEntries(
      facts.teams.map(({ name, owner, role }) => [name, { owner, role: roleOf(role) }] as const),
    ),
    datasets: mapped(config.datasets, ({ team, id, import: imported }) => ({
      team,
      id: id ?? null,
      importedBucket: imported?.bucketName ?? null,
    })),
    studioUsers: mapped(config.studioUsers, ({ team, id }) => ({ team, id: id ?? null })),
    notebooks: mapped(config.notebooks, ({ team, id }) => ({ team, id: id ?? null })),
    consumptionRoles: mapped(config.consumptionRoles, ({ roleArn, team, id }) => ({
      roleArn,
      team,
      id: id ?? null,
    })),
    shares: mapped(config.shares, ({ dataset, with: principal, id }) => ({
      dataset: pathOfDataset(path, dataset),
      with:
        principal.team === undefined
          ? { consumptionRole: principal.consumptionRole ?? null }
          : { team: principal.team },
      id: id ?? null,
    })),
    // Known by asking AWS: handed on from record to record.
    ...(existingTables.length > 0 && { existingTables }),
  };
}

function isTable({ datasets }: EnvironmentConfig, path: string): boolean {
  const [dataset = '', table = ''] = path.split('/');
  const found = Object.hasOwn(datasets, dataset) ? datasets[dataset] : undefined;
  return found !== undefined && Object.hasOwn(found.tables, table);
}

/** The name of a role that is made, the ARN of one that was brought. */
export function roleOf({ made, name, arn }: TeamRole): string {
  return made ? name : arn;
}

/** Where Studio stands by the configuration; null leaves it to the rules. Undefined where there is no Studio. */
export function studioChoice({ features, mlStudio, networks }: EnvironmentConfig): RecordValue | undefined {
  if (!features.mlStudio) return undefined;
  if (!mlStudio) return null;
  const { network, vpcId, subnetIds = [] } = mlStudio;
  // Subnets may be added to a network for the sake of notebooks; those of Studio are pinned.
  if (network !== undefined) return { network, vpcId: networks[network]?.vpcId ?? null };
  return { vpcId: vpcId ?? null, subnetIds: [...subnetIds].sort() };
}

/** The record with the names that are given because of shares with other environments. */
export function recordShared(record: ModuleRecord, view: ModuleView): ModuleRecord {
  const neighbourhood = neighbourhoodOf(view);
  const shared = givenNames(parts.flatMap((part) => part.namesInPlatform?.(neighbourhood) ?? []));
  return { ...record, names: { ...mapIn(record, 'names'), ...shared } };
}

/** What was given names, with the names. */
function givenNames(names: readonly EnvironmentName[]): { readonly [key: string]: string } {
  return Object.fromEntries(names.flatMap(({ of, name }) => (of ? [[recordKey(...of), name] as const] : [])));
}

function mapped<T>(
  objects: Readonly<Record<string, T>>,
  record: (object: T) => RecordValue,
): { readonly [key: string]: RecordValue } {
  return Object.fromEntries(Object.entries(objects).map(([key, object]) => [key, record(object)]));
}
