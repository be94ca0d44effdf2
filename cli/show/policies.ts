import { policyDocument } from '../../aws/iam/write';
import type { EnvironmentFacts } from '../../modules/environment/facts';
import type { EnvironmentTeam } from '../../modules/environment/team-facts';
import { teamPolicies } from '../../modules/environment/teams/policies';

/** What the role of a team needs, policy by policy: for roles that were brought, and get nothing from us. */
export function neededPolicies(
  facts: EnvironmentFacts,
  team: EnvironmentTeam,
): Readonly<Record<string, unknown>> {
  // The key is known by its parameter, in the way that CloudFormation and Terralake's YAML write it.
  const key = `{{resolve:ssm:${facts.parameterRoot}/kms/arn}}`;
  return Object.fromEntries(
    teamPolicies(facts, team, key).map(({ name, statements }) => [
      name,
      asWritten(policyDocument(statements)),
    ]),
  );
}

/** A document as AWS takes it: what is escaped for Terraform is not escaped here. */
function asWritten(document: string): unknown {
  return JSON.parse(document.replaceAll('$${', '${').replaceAll('%%{', '%{'));
}
