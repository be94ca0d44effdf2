import type { EnvironmentFacts } from '../facts';
import { nameOf, type EnvironmentName, type Neighbourhood, type Part } from '../part';
import { accessPointsOf } from './access-points';
import { checkAccepts, checkConsent } from './check-consent';
import { checkSharePolicies } from './check-policies';
import { checkRequest } from './check-request';
import { policyNames, sharePoliciesOf } from './policy';
import { requestsOf, sharesOf, type Request } from './resolve';
import { sharedDatabasesOf } from './tables';

/** Data for others: what an environment asks for, and what it gives. */
export const sharesPart: Part = {
  declares: (facts) => ({
    follows: elsewhere(facts).map(({ key, config, owner }) => ({
      module: owner,
      reason: `the share ${key} is of ${config.dataset}`,
      from: ['shares', key],
    })),
    // Grants on tables are made in the owner's catalog.
    reaches: elsewhere(facts)
      .filter(({ config: { items } }) => items.tables.length + items.dataFilters.length > 0)
      .map(({ key, owner }) => ({ module: owner, from: ['shares', key] })),
  }),
  namesInPlatform: (neighbourhood) => [...asked(neighbourhood), ...given(neighbourhood)],
  checkInPlatform: (neighbourhood) => {
    const shares = sharesOf(neighbourhood.own, neighbourhood.all);
    const findings = shares.flatMap((share) => checkRequest(share, neighbourhood));
    return [
      ...findings,
      ...shares.flatMap(checkConsent),
      ...checkAccepts(neighbourhood),
      // What is refused is not measured.
      ...(findings.length === 0 ? checkSharePolicies(neighbourhood) : []),
    ];
  },
};

/** What is asked of other environments. */
function elsewhere(facts: EnvironmentFacts): readonly Request[] {
  return requestsOf(facts).filter(({ owner }) => owner !== facts.path);
}

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
  return accessPointsOf(own, all).map(({ name, parts }) => ({
    kind: 's3 access point',
    name,
    of: ['access point', parts],
  }));
}
