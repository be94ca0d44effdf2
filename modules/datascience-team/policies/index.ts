import { partSuffix, packStatements } from '../../../aws/iam/pack';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { basicExecution } from '../../../core/aws/studio/basic-execution';
import { workgroupUsage } from '../../../core/aws/workgroup-usage';
import type { Names } from '../../../core/naming/names';
import type { TeamConfig } from '../config';
import { policyName } from '../names';
import { around, tracking } from './around';
import type { TeamFacts } from './facts';
import { featureGroups } from './feature-groups';
import { guardrail } from './guardrail';
import { smRead } from './sm-read';
import { smWrite } from './sm-write';
import { team } from './team';

/** A policy of a team, or several where its statements need them. */
export interface TeamPolicy {
  /** What its name ends with. */
  readonly suffix: string;
  /** What its address ends with. */
  readonly key: readonly string[];
  readonly statements: readonly PolicyStatement[];
  /** For the execution role alone, not for people. */
  readonly executionOnly: boolean;
  readonly publishAt: string;
  readonly names: Names;
}

/** The policies of a team, by the names that MDAA gives them. Pure. */
export function teamPolicies(facts: TeamFacts): readonly TeamPolicy[] {
  const { names, location, keyArn, domain } = facts;
  const policy = (suffix: string, statements: readonly PolicyStatement[]): TeamPolicy => ({
    suffix,
    key: [suffix === '' ? 'team' : suffix],
    statements,
    executionOnly: false,
    publishAt: ['managed-policy', suffix].filter(Boolean).join('/'),
    names,
  });
  return [
    policy('', team(facts)),
    {
      ...policy('athena-wg-usage', workgroupUsage(location, facts.workgroup)),
      publishAt: 'managed-policy/wg-usage',
      names: names.withSuffix('athena'),
    },
    policy('sm-read', smRead(facts)),
    policy('sm-write', [...smWrite(facts), ...featureGroups(facts)]),
    { ...policy('sm-write-2', [...around(facts), ...tracking(facts)]), key: ['sm-write', '2'] },
    policy('sm-guardrail', guardrail(facts)),
    ...(domain
      ? [
          {
            ...policy('basic-execution', basicExecution(location, { domainId: domain.id, keyArn })),
            executionOnly: true,
          },
        ]
      : []),
  ];
}

/** Names and published paths of the policies, each with its parts. */
export function declaredPolicies(config: TeamConfig, facts: TeamFacts) {
  const parts = teamPolicies(facts).flatMap(({ statements, ...policy }) =>
    packStatements(statements).map((_, index) => ({ ...policy, part: partSuffix(index) })),
  );
  return {
    names: parts.map(({ suffix, part }) => ({
      kind: 'iam policy' as const,
      name: policyName(facts.names, config, suffix, part),
    })),
    publishes: parts.flatMap(({ publishAt, part, names }) =>
      ['arn', 'name'].map((facet) => names.path(`${publishAt}${part}/${facet}`)),
    ),
  };
}
