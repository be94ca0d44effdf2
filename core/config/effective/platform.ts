import { checkPlatform } from '../../platform/checks/check-platform';
import type { Platform } from '../../platform/platform';
import { checkGone, type Recorded } from '../../platform/checks/gone';
import { child, jsonToNode, type ConfigNode, type MapNode } from '../node';
import type { LoadContext, Registry } from '../load-context';
import { ModuleLookup } from '../modules/lookup';
import type { Reader } from '../read';
import type { Report } from '../../../diagnostics/diagnostic';
import { resolveEnvironment } from './environment';
import { withNamesInPlatform } from './declare';
import { checkName, writtenEnvironments } from './written';
import { organizationTeams } from './organization-teams';
import { type PlatformScope, templateScope } from './scope';
import { literalText } from './values';

interface Input {
  readonly rootFile: string;
  readonly reader: Reader;
  readonly registry: Registry;
  readonly context: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly recorded: Recorded;
  /** Modules that have left the configuration are not looked for. */
  readonly ignoreGone: boolean;
  readonly asOf: string | undefined;
  readonly report: Report;
}

/** Resolves the root file's content into a platform, and checks the platform as a whole. */
export function resolvePlatform(root: MapNode, input: Input): Platform {
  const { reader, report, variables } = input;
  const overrides = new Map(
    Object.entries(input.context).map(([key, value]) => [key, jsonToNode(value, root.place)]),
  );
  const organization = organizationOf(root, { organization: '', overrides, variables, report });
  const scope: PlatformScope = { organization, overrides, variables, report };
  const untargeted = templateScope(scope, {
    levels: [root],
    target: { account: undefined, region: undefined },
  });
  const load: LoadContext = {
    folder: reader.folder,
    reader,
    lookup: new ModuleLookup(input.registry, reader.folder),
    scope,
    stacks: isPerModule(child(root, 'stacks')) ? 'per-module' : 'per-environment',
    afterwards: [],
    teams: organizationTeams(root, untargeted),
    records: input.recorded.records,
    asOf: input.asOf,
  };
  const written = writtenEnvironments(root, report);
  const separate: Platform = {
    organization,
    folder: reader.folder,
    rootFile: input.rootFile,
    teams: load.teams,
    files: reader.files,
    environments: written.map((environment) => resolveEnvironment(environment, load)),
  };
  for (const check of load.afterwards) check(separate);
  const platform = withNamesInPlatform(separate, report);
  for (const diagnostic of checkPlatform(platform)) report(diagnostic);
  if (!input.ignoreGone) {
    const paths = written.flatMap(({ domain, name, modules }) =>
      modules.map((module) => `${domain}/${name}/${module.name}`),
    );
    checkGone(platform, input.registry, new Set(paths), input.recorded).forEach(report);
  }
  return platform;
}

function organizationOf(root: MapNode, scope: PlatformScope): string {
  const node = child(root, 'organization');
  if (!node || (node.kind === 'scalar' && typeof node.value !== 'string')) return '';
  const name = literalText(node, templateScope(scope, { levels: [root] }));
  if (name !== undefined) checkName('organization', name, node.place, scope.report);
  return name ?? '';
}

function isPerModule(node: ConfigNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === 'per-module';
}
