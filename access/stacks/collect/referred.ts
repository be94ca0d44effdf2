import { iamArn, nameOf, parseArn } from '../../../aws/arn';
import type { LakeFormation, Principal, Resource } from '../../model/model';
import type { Statement } from '../../../aws/iam/policy';
import { roleIdOf } from '../stand-in';

/** What may name somebody. */
interface Naming {
  readonly partition: string;
  readonly known: readonly Principal[];
  readonly resources: readonly Resource[];
  readonly lakeFormation: readonly LakeFormation[];
  /** What stands in for values that others publish; ARNs of roles among them. */
  readonly external: readonly string[];
  /** ARNs of the identities that deploy. */
  readonly deployers: ReadonlySet<string>;
}

/** Roles that the platform's policies and grants name and that it does not make: what else they may do is not known. */
export function referredPrincipals(naming: Naming): readonly Principal[] {
  const { partition, known, resources, lakeFormation, external, deployers } = naming;
  const owned = [...resources, ...known.map(({ account, trust }) => ({ account, policy: trust }))];
  const statements = owned.flatMap(({ policy }) => policy?.statements ?? []);
  const arns = new Set([
    ...deployers,
    ...statements.flatMap(namedArns),
    ...lakeFormation.flatMap(({ administrators, grants }) => [
      ...administrators,
      ...grants.map(({ principal }) => principal),
    ]),
    ...external,
  ]);
  const mine = new Set(known.map(({ arn }) => arn));
  const roles = [...arns].filter((arn) => isRole.test(arn) && !mine.has(arn)).sort();
  const ids = new Set([...known.map(({ id }) => id), ...roles.map(roleIdOf)]);
  // Whose id it is AWS alone knows: most likely somebody of the account whose policy names it.
  const unnamed = new Map(
    owned.flatMap(({ account, policy }) =>
      (policy?.statements ?? []).flatMap(namedIds).map((id): [string, string] => [id, account]),
    ),
  );
  return withLabels([
    ...roles.map((arn) => referred(arn, roleIdOf(arn), deployers.has(arn) ? 'deployer' : labelOf(arn))),
    ...[...unnamed]
      .filter(([id]) => !ids.has(id))
      .sort()
      .map(([id, account]) => {
        const kind = id.startsWith('AIDA') ? 'user' : 'role';
        return referred(iamArn({ partition, account }, `${kind}/${id}`), id, id);
      }),
  ]);
}

/** What questions call those who stand for everybody else. */
const standInLabel = /^(administrator(-\d{12})?|outsider|anonymous)$/;

const isRole = /^arn:[^:]+:iam::\d{12}:(role|user)\//;

/** Tells those of one name apart: by their account, and by their ARN where that is the same as well. */
function withLabels(principals: readonly Principal[]): readonly Principal[] {
  const steps: readonly ((principal: Principal) => string)[] = [
    ({ label }) => label,
    ({ label, account }) => `${label}-${account}`,
  ];
  return principals.map((principal) => {
    const label = steps
      .filter((step) => principals.filter((other) => step(other) === step(principal)).length === 1)
      .map((step) => step(principal))
      .find((candidate) => !standInLabel.test(candidate));
    return { ...principal, label: label ?? principal.arn };
  });
}

function referred(arn: string, id: string, label: string): Principal {
  return {
    kind: arn.includes(':user/') ? 'user' : 'role',
    label,
    aliases: [...new Set([arn, nameOf(arn), label])],
    arn,
    id,
    account: parseArn(arn)?.account ?? '',
    tags: {},
    identity: undefined,
    origin: undefined,
  };
}

function labelOf(arn: string): string {
  return arn.slice(arn.indexOf('/') + 1);
}

function namedArns({ principals, conditions }: Statement): readonly string[] {
  const listed = principals === undefined || principals === '*' ? [] : (principals.AWS ?? []);
  const inConditions = conditions.filter(({ key }) => key.toLowerCase() === 'aws:principalarn');
  return [...listed, ...inConditions.flatMap(({ values }) => values)].filter((arn) => !arn.includes('*'));
}

function namedIds({ conditions }: Statement): readonly string[] {
  return conditions
    .filter(({ key }) => key.toLowerCase() === 'aws:userid')
    .flatMap(({ values }) => values)
    .flatMap((value) => /^(AROA[A-Z0-9]+(?=:)|AIDA[A-Z0-9]+$)/.exec(value)?.[1] ?? []);
}
