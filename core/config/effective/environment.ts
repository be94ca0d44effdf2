import type { Environment } from '../../platform/platform';
import type { LoadContext } from '../load-context';
import { customNaming } from '../modules/naming';
import { backend } from './backend';
import { checkName, type WrittenEnvironment } from './written';
import { innermost, literalText } from './values';
import { resolveModule } from './module';
import { type Position, templateScope } from './scope';
import { deployRole } from './deploy-role';
import { environmentSystemTags, type Tags, userTags } from './tags';
import { target } from './target';

/** Resolves everything that is written about an environment and its modules; those that had errors are left out. */
export function resolveEnvironment(written: WrittenEnvironment, load: LoadContext): Environment {
  const { levels, domain, name, place } = written;
  const untargeted: Position = { levels, domain, environment: name };
  const where = target(levels, templateScope(load.scope, untargeted));
  const position: Position = { ...untargeted, target: where };
  const scope = templateScope(load.scope, position);
  const tags: Tags = { ...stackWideTags(written, load, position), ...environmentSystemTags(scope) };
  customNaming(levels, load.folder, scope);
  const modules = written.modules.map((module) => resolveModule(module, position, tags, load));
  return {
    domain,
    name,
    place,
    stackName: stackName(written, load, position) ?? `${domain}-${name}`,
    stacks: load.stacks,
    ...where,
    tags,
    backend: backend(levels, scope),
    ...deployRole(load.scope, position),
    modules: modules.filter((module) => module !== undefined),
    leftOut: written.modules.flatMap(({ name: module }, index) => (modules[index] ? [] : [module])),
  };
}

/** Tags of all modules alike; one whose value names the module is left to the modules. */
function stackWideTags(written: WrittenEnvironment, load: LoadContext, position: Position): Tags {
  const perModule = { ...position, module: '\0' };
  const tags = userTags(written.levels, load.reader, templateScope(load.scope, perModule));
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => !value.includes('\0')));
}

function stackName(written: WrittenEnvironment, load: LoadContext, position: Position): string | undefined {
  const node = innermost(written.levels.slice(-1), 'stack_name');
  const name = literalText(node, templateScope(load.scope, position));
  if (node && name !== undefined) checkName('stack', name, node.place, load.scope.report);
  return name;
}
