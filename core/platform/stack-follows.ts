import { modulesOf, moduleWords } from './checks/words';
import type { Platform } from './platform';
import { type StackEdge, stackEdges, stacksByModule } from './stack-edges';
import { stackPlans } from './stacks';

/**
 * The order that modules wish for (`follows`), as far as it closes no circle: of two stacks that wish for each
 * other, the one that is written first in the YAML gets its wish. Whoever wishes must do without where it has to.
 */
export function stackFollows(platform: Platform): readonly StackEdge[] {
  const stacks = stacksByModule(stackPlans(platform));
  const modules = new Map(modulesOf(platform).map((located) => [moduleWords(located), located.module]));
  const first = new Map<string, Set<string>>();
  const know = ({ from, to }: Pick<StackEdge, 'from' | 'to'>) =>
    first.set(from, new Set([...(first.get(from) ?? []), to]));
  stackEdges(platform).forEach(know);
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(first.get(from) ?? [])].some((next) => reaches(next, to, seen));
  };
  const kept: StackEdge[] = [];
  for (const { module } of modulesOf(platform)) {
    for (const { module: wished, reason, from: path } of module.declaration.follows) {
      const target = modules.get(wished);
      const [waits, before] = [stacks.get(module)?.id, target && stacks.get(target)?.id];
      if (waits === undefined || before === undefined || waits === before || reaches(before, waits)) continue;
      const edge = { from: waits, to: before, reason, place: module.locate(path) };
      kept.push(edge);
      know(edge);
    }
  }
  return kept;
}
