import { datasetsOf } from '../datasets/facts';
import { nameOf, type EnvironmentName, type Neighbourhood, type Part } from '../part';
import { accessPointsOf } from './access-points';
import { checkAccepts, checkConsent } from './check-consent';
import { checkSharePolicies } from './check-policies';
import { checkRequest } from './check-request';
import { policyNames, sharePoliciesOf } from './policy';
import { ownerPath, sharesOf } from './resolve';
import { sharedDatabasesOf } from './tables';

/** Data for others: what an environment asks for, and what it gives. */
export const sharesPart: Part = {
  declares: (facts) => ({
    follows: Object.entries(facts.config.shares).flatMap(([key, { dataset }]) => {
      const module = ownerPath(facts, dataset);
      const reason = `the share ${key} is of ${dataset}`;
      return module === facts.path ? [] : [{ module, reason, from: ['shares', key] }];
    }),
    reaches: Object.entries(facts.config.shares).flatMap(([key, { dataset, items }]) => {
      const module = ownerPath(facts, dataset);
      const granted = items.tables.length + items.dataFilters.length > 0;
      return module === facts.path || !granted ? [] : [{ module, from: ['shares', key] }];
    }),
  }),
  namesInPlatform: (neighbourhood) => [...asked(neighbourhood), ...given(neighbourhood)],
  checkInPlatform: (neighbourhood) => {
    const { own, all } = neighbourhood;
    const shares = sharesOf(own, all);
    const findings = shares.flatMap((share) => checkRequest(share, all));
    return [
      ...findings,
      ...shares.flatMap(checkConsent),
      ...checkAccepts(neighbourhood),
      // What is refused is not measured.
      ...(findings.length === 0 ? checkSharePolicies(neighbourhood) : []),
    ];
  },
};

function asked({ own, all }: Neighbourhood): readonly EnvironmentName[] {
  return [
    ...sharePoliciesOf(own, all).flatMap((policy) =>
      policyNames(policy).map((name, index) =>
        index === 0
          ? nameOf(own, 'iam policy', 'policy', policy.parts)
          : { kind: 'iam policy' as const, name },
      ),
    ),
    ...sharedDatabasesOf(own, all).flatMap(({ name, links }) => [
      { kind: 'glue database' as const, name },
      ...links.map((link) => ({ kind: 'glue table' as const, name: link.name })),
    ]),
  ];
}

function given({ own, all }: Neighbourhood): readonly EnvironmentName[] {
  if (datasetsOf(own).length === 0) return [];
  return accessPointsOf(own, all).map(({ name, parts }) => ({
    kind: 's3 access point',
    name,
    of: ['access point', parts],
  }));
}
