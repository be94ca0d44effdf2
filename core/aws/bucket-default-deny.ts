import type { PolicyStatement } from '../../aws/iam/statement';
import type { PrefixAccess, Identities, DefaultDeny } from './bucket-access';
import { objectsBelow, plainPrefix } from './location';
import { isWithin } from './prefix-groups';
import { sessionsOf } from './principals';

interface Bucket {
  readonly bucketArn: string;
  readonly prefixAccess: readonly PrefixAccess[];
  readonly deployerPrefixes: readonly string[];
  readonly identities: Identities;
  readonly allowDataLoss: boolean;
}

interface Refusal {
  readonly sid: string;
  readonly actions: readonly string[];
  /** ARNs that are exempt from this refusal alone. */
  readonly exempt: readonly string[];
}

const read = 's3:GetObject*';
const write = 's3:PutObject*';
const remove = 's3:DeleteObject*';

/**
 * Denies objects to everyone who is not exempt. The deploying identity is exempt on the prefixes that Terraform
 * writes to, and for deletion where data may be lost: a statement each, because exemptions are all or nothing.
 */
export function defaultDeny(bucket: Bucket, deny: DefaultDeny): readonly PolicyStatement[] {
  const { bucketArn: arn, identities, deployerPrefixes, allowDataLoss } = bucket;
  const assets = deployerPrefixes.map((prefix) => `${arn}${objectsBelow(prefix)}`);
  const open = deny.exceptPrefix === undefined ? [] : [`${arn}${objectsBelow(deny.exceptPrefix)}`];
  const elsewhere = [...open, ...assets];
  const data = elsewhere.length > 0 ? { notResources: elsewhere } : { resources: [`${arn}/*`] };
  const refuse = ({
    sid,
    actions,
    exempt,
  }: Refusal): Omit<PolicyStatement, 'resources' | 'notResources'> => ({
    sid,
    effect: 'Deny',
    actions,
    principals: '*',
    conditions: everyoneBut(deny, exempt),
  });
  return [
    ...refusalsOnData(identities, allowDataLoss).map((refusal) => ({ ...refuse(refusal), ...data })),
    ...(assets.length > 0 ? refusalsOnAssets(identities) : []).map((refusal) => ({
      ...refuse(refusal),
      resources: assets,
    })),
    ...(open.length > 0 ? [forgery(bucket, open, deny.exceptPrefix ?? '')] : []),
  ];
}

/** What services deliver is for reading: nobody else writes there but those who are granted it. */
function forgery(
  { prefixAccess, allowDataLoss, identities }: Bucket,
  resources: readonly string[],
  prefix: string,
): PolicyStatement {
  const writers = prefixAccess
    .filter(({ level, prefix: own }) => level !== 'read' && isWithin(plainPrefix(prefix), plainPrefix(own)))
    .map(({ roles = [], principalArns = [] }) => ({ roles, principalArns }));
  // Who may empty the bucket may empty this, too.
  const emptying = allowDataLoss ? [identities.deployer] : [];
  return {
    sid: 'DenyForgery',
    effect: 'Deny',
    actions: [write, remove],
    resources,
    principals: '*',
    conditions: everyoneBut({ exemptRoles: writers.flatMap(({ roles }) => roles) }, [
      ...writers.flatMap(({ principalArns }) => principalArns),
      ...emptying,
    ]),
  };
}

function refusalsOnData(identities: Identities, allowDataLoss: boolean): readonly Refusal[] {
  if (!allowDataLoss) return [{ sid: 'DefaultDeny', actions: [write, read, remove], exempt: [] }];
  return [
    { sid: 'DefaultDeny', actions: [write, read], exempt: [] },
    { sid: 'DefaultDenyDelete', actions: [remove], exempt: [identities.deployer] },
  ];
}

function refusalsOnAssets({ deployer, planner }: Identities): readonly Refusal[] {
  if (planner === undefined) {
    return [{ sid: 'DefaultDenyAssets', actions: [write, read, remove], exempt: [deployer] }];
  }
  return [
    { sid: 'DefaultDenyAssets', actions: [write, remove], exempt: [deployer] },
    { sid: 'DefaultDenyAssetsRead', actions: [read], exempt: [deployer, planner] },
  ];
}

/** All three must hold for the denial: AWS's own services are none of its business. */
function everyoneBut(
  deny: DefaultDeny,
  exempt: readonly string[],
): NonNullable<PolicyStatement['conditions']> {
  const { exemptRoles = [], exemptArns = [] } = deny;
  const arns = [...exemptArns, ...exempt];
  return {
    // A negated condition without values would be malformed, and holds for everyone anyway.
    ...(exemptRoles.length > 0 && { StringNotLike: { 'aws:userId': sessionsOf(exemptRoles) } }),
    ...(arns.length > 0 && { ArnNotLike: { 'aws:PrincipalArn': arns } }),
    Bool: { 'aws:PrincipalIsAWSService': 'false' },
  };
}
