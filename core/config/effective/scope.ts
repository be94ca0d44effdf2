import type { Site } from '../../../aws/site';
import { partitionOf } from '../../../aws/regions';
import type { ConfigNode } from '../node';
import type { Report } from '../../../diagnostics/diagnostic';
import type { ProjectReference, TemplateScope, Word } from '../template/scope';
import { inheritedMap, type Levels } from './values';

/** What all environments of a platform have in common for templating. */
export interface PlatformScope {
  readonly organization: string;
  readonly overrides: ReadonlyMap<string, ConfigNode>;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly report: Report;
}

/** Where a value stands in the hierarchy, as far as that is known. */
export interface Position {
  readonly levels: Levels;
  readonly domain?: string;
  readonly environment?: string;
  readonly module?: string;
  readonly target?: Site;
  readonly project?: ProjectReference;
}

/** The meaning of references at a place in the hierarchy. */
export function templateScope(platform: PlatformScope, position: Position): TemplateScope {
  const { organization, overrides, variables, report } = platform;
  const { domain = '', environment = '', levels, project = { kind: 'none' } } = position;
  const context = new Map([...inheritedMap(levels, 'context'), ...overrides]);
  return {
    organization,
    domain,
    environment,
    words: words(organization, position),
    context,
    variables,
    project,
    report,
  };
}

function words(organization: string, position: Position): ReadonlyMap<string, Word> {
  const { domain, environment, module, target } = position;
  const known = new Map<string, Word>([['org', { literal: organization }]]);
  if (domain !== undefined) known.set('domain', { literal: domain });
  if (environment !== undefined) known.set('env', { literal: environment });
  if (module !== undefined) known.set('module_name', { literal: module });
  if (target) {
    known.set('account', literalOr(target.account, 'account'));
    known.set('region', literalOr(target.region, 'region'));
    known.set('partition', literalOr(partitionOf(target.region), 'partition'));
  }
  return known;
}

function literalOr(value: string | undefined, dynamic: 'account' | 'region' | 'partition'): Word {
  return value === undefined ? { dynamic } : { literal: value };
}
