import type { AccessModel, Resource } from '../model/model';
import { deployerArn } from './attributes';
import { collectAccessPoints, collectBuckets } from './collect/buckets';
import { collectCatalogs, collectDatabases, collectTables } from './collect/catalog';
import { collectKeys } from './collect/keys';
import { collectLakeFormation } from './collect/lake-formation';
import { referredPrincipals } from './collect/referred';
import { collectRoles } from './collect/roles';
import {
  collectOthers,
  collectStudioDomains,
  collectTopics,
  collectUserProfiles,
  collectWorkgroups,
} from './collect/services';
import { Resolver } from './resolver';
import { StackView } from './stack-view';
import { unknownAccount, type StackSource } from './stack-source';

/** What would stand in AWS once all stacks are applied, as far as access depends on it. */
export function modelOfStacks(stacks: readonly StackSource[]): AccessModel {
  const resolver = new Resolver(stacks);
  const views = stacks.flatMap((stack) => StackView.of(stack, resolver));
  const assumptions = new Set<string>();
  const roles = collectRoles(views, (assumption) => assumptions.add(assumption));
  const domains = collectStudioDomains(views);
  const resources: readonly Resource[] = [
    ...collectBuckets(views),
    ...collectAccessPoints(views),
    ...collectKeys(views),
    ...collectCatalogs(views),
    ...collectDatabases(views),
    ...collectTables(views),
    ...collectWorkgroups(views),
    ...domains,
    ...collectUserProfiles(views, domains),
    ...collectTopics(views),
    ...collectOthers(views),
  ];
  const lakeFormation = collectLakeFormation(views);
  const deployers = new Set(stacks.map(deployerArn));
  const partition = stacks[0]?.partition ?? 'aws';
  const referred = referredPrincipals({
    partition,
    known: roles,
    resources,
    lakeFormation,
    deployers,
    external: [...resolver.external.values()],
  });
  return {
    partition,
    principals: [...roles, ...referred],
    resources,
    lakeFormation,
    assumptions: [...assumptions, ...resolved(stacks, resolver)],
  };
}

function resolved(stacks: readonly StackSource[], resolver: Resolver): readonly string[] {
  return [
    ...(stacks.some(({ account }) => account === unknownAccount)
      ? [`account: default is taken as one account, written ${unknownAccount}`]
      : []),
    ...[...resolver.external.keys()]
      .sort()
      .map((path) => `${path} is published elsewhere: what it names is taken for none of the platform's own`),
    ...[...resolver.unresolved].sort().map((source) => `the value of ${source} is not known`),
  ];
}
