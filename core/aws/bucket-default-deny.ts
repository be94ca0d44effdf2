import type { Role } from '../module/scope';
import { objectsBelow } from './location';
import type { PolicyStatement } from './policy';
import { sessionsOf } from './principals';

/** Who a bucket's default deny leaves alone; what they may do is granted elsewhere. */
export interface DefaultDeny {
  readonly exemptRoles: readonly Role[];
  readonly exemptArns?: readonly string[];
  /** A prefix that is open to whoever has the IAM permission, such as `inventory/`. */
  readonly exceptPrefix?: string;
}

interface Bucket {
  readonly bucketArn: string;
  readonly deployerPrefixes: readonly string[];
  readonly deployer: string;
  readonly planner: string | undefined;
  readonly allowDataLoss: boolean;
}

interface Refusal {
  readonly sid: string;
  readonly actions: readonly string[];
  /** ARNs that are exempt from this refusal alone. */
  readonly exempt: readonly string[];
}

const [read, write, remove] = ['s3:GetObject*', 's3:PutObject*', 's3:DeleteObject*'];

/**
 * Denies objects to everyone who is not exempt. The deploying identity is exempt on the prefixes that Terraform
 * writes to, and for deletion where data may be lost: a statement each, because exemptions are all or nothing.
 */
export function defaultDeny(bucket: Bucket, deny: DefaultDeny): readonly PolicyStatement[] {
  const { bucketArn: arn, deployer, planner, deployerPrefixes, allowDataLoss } = bucket;
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
  const onData: readonly Refusal[] = allowDataLoss
    ? [
        { sid: 'DefaultDeny', actions: [write, read], exempt: [] },
        { sid: 'DefaultDenyDelete', actions: [remove], exempt: [deployer] },
      ]
    : [{ sid: 'DefaultDeny', actions: [write, read, remove], exempt: [] }];
  const onAssets: readonly Refusal[] = planner
    ? [
        { sid: 'DefaultDenyAssets', actions: [write, remove], exempt: [deployer] },
        { sid: 'DefaultDenyAssetsRead', actions: [read], exempt: [deployer, planner] },
      ]
    : [{ sid: 'DefaultDenyAssets', actions: [write, read, remove], exempt: [deployer] }];
  return [
    ...onData.map((refusal) => ({ ...refuse(refusal), ...data })),
    ...onAssets.map((refusal) => ({ ...refuse(refusal), resources: assets })),
  ];
}

/** All three must hold for the denial: AWS's own services are none of its business. */
function everyoneBut(
  deny: DefaultDeny,
  exempt: readonly string[],
): NonNullable<PolicyStatement['conditions']> {
  const arns = [...(deny.exemptArns ?? []), ...exempt];
  return {
    // A negated condition without values would be malformed, and holds for everyone anyway.
    ...(deny.exemptRoles.length > 0 && { StringNotLike: { 'aws:userId': sessionsOf(deny.exemptRoles) } }),
    ...(arns.length > 0 && { ArnNotLike: { 'aws:PrincipalArn': arns } }),
    Bool: { 'aws:PrincipalIsAWSService': 'false' },
  };
}
