import type { ModuleContext } from '../../core/module/define-module';
import type { Names } from '../../core/naming/names';
import { partitionOf } from '../../aws/regions';
import type { Located } from '../../core/platform/platform';
import type { ModuleRecord } from '../../core/platform/record';
import { Text } from '../../core/platform/text';
import type { Location } from '../../core/aws/location';
import type { EnvironmentConfig } from './config';
import { EnvironmentNames } from './names';
import { teamsOf, type EnvironmentTeam } from './team-facts';

/** What is known of an environment without building it: plain data, also of other environments of the platform. */
export interface EnvironmentFacts {
  /** `<domain>/<environment>/<module>`. */
  readonly path: string;
  /** Literal: an environment states its account and region. */
  readonly location: Location;
  readonly config: EnvironmentConfig;
  readonly names: EnvironmentNames;
  /** The owner first, then the invited teams. */
  readonly teams: readonly [EnvironmentTeam, ...EnvironmentTeam[]];
  /** Undefined where no central account is to take a role: then there is none. */
  readonly pivot: PivotIdentity | undefined;
  /** `/<organization>/<domain>/<module>`, below which the environment publishes. */
  readonly parameterRoot: string;
  /** Tables of crawlers that were there when somebody last looked, as `<dataset>/<table>`. */
  readonly existingTables: readonly string[];
  /** The day to take for today; undefined where nothing is to expire. */
  readonly asOf: string | undefined;
}

/** The role by which a central account looks after the environment. */
export interface PivotIdentity {
  readonly name: string;
  readonly arn: string;
  /** The ARN for declarations. */
  readonly text: Text;
  readonly made: boolean;
}

type Context = Pick<ModuleContext, 'account' | 'region' | 'recorded' | 'asOf'>;

interface Known {
  readonly names: Names;
  readonly context: Context;
  readonly facts: EnvironmentFacts;
}

/** What was computed of a configuration: everybody who asks about an environment of a platform asks with the same objects. */
const known = new WeakMap<EnvironmentConfig, Known>();

/**
 * The facts of an environment, computed once. Stand-ins where account or region are not stated, which is an error of
 * its own.
 */
export function environmentFacts(
  config: EnvironmentConfig,
  names: Names,
  context: Context,
): EnvironmentFacts {
  const before = known.get(config);
  if (before?.names === names && before.context === context) return before.facts;
  const facts = computed(config, names, context);
  known.set(config, { names, context, facts });
  return facts;
}

function computed(config: EnvironmentConfig, names: Names, context: Context): EnvironmentFacts {
  const { account = '000000000000', region = 'us-east-1' } = context;
  const location = { account, region, partition: partitionOf(region) ?? 'aws' };
  const own = new EnvironmentNames(config, names, context.recorded);
  return {
    path: `${names.domain}/${names.environment}/${names.module}`,
    location,
    config,
    names: own,
    teams: teamsOf(config, own, location),
    pivot: pivotIdentity(config, own, location),
    parameterRoot: names.path('').replace(/\/$/, ''),
    existingTables: existingTablesOf(context.recorded),
    asOf: context.asOf,
  };
}

function existingTablesOf(recorded: ModuleRecord | undefined): readonly string[] {
  const tables = recorded?.existingTables;
  return Array.isArray(tables) ? tables.filter((each): each is string => typeof each === 'string') : [];
}

function pivotIdentity(
  { pivotRole }: EnvironmentConfig,
  names: EnvironmentNames,
  location: Location,
): PivotIdentity | undefined {
  const { roleArn: existing, trustedAccountId } = pivotRole;
  if (existing === undefined && trustedAccountId === undefined) return undefined;
  const name = existing?.split('/').at(-1) ?? names.name('role', ['pivot', location.region]);
  const arn = existing ?? roleArnOf(location, name);
  return { name, arn, text: Text.of(arn), made: existing === undefined };
}

/** The facts of an environment of the platform: every environment looks at all of them. */
export function factsOf({ module }: Located): EnvironmentFacts {
  return environmentFacts(module.config as EnvironmentConfig, module.names, module.context);
}

/** The ARN of a role of the environment's account, without a path. */
export function roleArnOf({ partition, account }: Location, name: string): string {
  return `arn:${partition}:iam::${account}:role/${name}`;
}

/** The team of that name, owner or invited. */
export function teamOf({ teams }: EnvironmentFacts, name: string): EnvironmentTeam | undefined {
  return teams.find((team) => team.name === name);
}
