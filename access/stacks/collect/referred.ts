import type { LakeFormation, Principal, Resource } from '../../model/model';
import type { Statement } from '../../policy/policy';
import { roleIdOf } from '../stand-in';
import type { Resolver } from '../resolver';

/** Roles that the platform's policies and grants name and that it does not make: what else they may do is not known. */
export function referredPrincipals(
  known: readonly Principal[],
  resources: readonly Resource[],
  lakeFormation: readonly LakeFormation[],
  resolver: Resolver,
  deployers: ReadonlySet<string>,
): readonly Principal[] {
  const statements = [
    ...resources.flatMap(({ policy }) => policy?.statements ?? []),
    ...known.flatMap(({ trust }) => trust?.statements ?? []),
  ];
  const arns = new Set([
    ...deployers,
    ...statements.flatMap(namedArns),
    ...lakeFormation.flatMap(({ administrators, grants }) => [
      ...administrators,
      ...grants.map(({ principal }) => principal),
    ]),
    ...[...resolver.external.values()],
  ]);
  const mine = new Set(known.map(({ arn }) => arn));
  const roles = [...arns].filter((arn) => isRole.test(arn) && !mine.has(arn)).sort();
  const ids = new Set([...known.map(({ id }) => id), ...roles.map(roleIdOf)]);
  const unnamed = [...new Set(statements.flatMap(namedIds))].filter((id) => !ids.has(id)).sort();
  return [
    ...roles.map((arn) => referred(arn, roleIdOf(arn), deployers.has(arn) ? 'deployer' : labelOf(arn))),
    ...unnamed.map((id) => referred(`arn:aws:iam::${'0'.repeat(12)}:role/${id}`, id, id)),
  ];
}

const isRole = /^arn:[^:]+:iam::\d{12}:(role|user)\//;

function referred(arn: string, id: string, label: string): Principal {
  return {
    kind: arn.includes(':user/') ? 'user' : 'role',
    label,
    aliases: [arn, arn.slice(arn.lastIndexOf('/') + 1)],
    arn,
    id,
    account: arn.split(':')[4] ?? '',
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
    .flatMap((value) => /^(AROA[A-Z0-9]+):\*$/.exec(value)?.[1] ?? []);
}
