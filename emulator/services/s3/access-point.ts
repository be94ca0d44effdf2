import { randomBytes } from 'node:crypto';
import type { Place } from '../../proxy/moto-client';
import { childText, elementsAt, type XmlContent, type XmlElement } from '../../proxy/xml';
import { sentXml } from './refusals';

type Block = 'BlockPublicAcls' | 'IgnorePublicAcls' | 'BlockPublicPolicy' | 'RestrictPublicBuckets';

/** An access point of a bucket. */
export interface AccessPoint {
  readonly name: string;
  readonly arn: string;
  readonly alias: string;
  readonly bucket: string;
  readonly bucketAccount: string;
  readonly vpcId: string;
  readonly created: string;
  readonly blocks: Readonly<Record<Block, boolean>>;
  readonly policy?: string;
}

/** An access point as it was asked for. */
export function accessPointIn(text: string, name: string, place: Place): AccessPoint {
  const asked = sentXml(text, 'CreateAccessPointRequest');
  const blocks = elementsAt(asked, ['PublicAccessBlockConfiguration'])[0];
  return {
    name,
    arn: `arn:aws:s3:${place.region}:${place.account}:accesspoint/${name}`,
    alias: `${name.slice(0, 20)}-${randomBytes(17).toString('hex')}-s3alias`,
    bucket: childText(asked, 'Bucket'),
    bucketAccount: childText(asked, 'BucketAccountId') || place.account,
    vpcId: vpcOf(asked),
    created: new Date().toISOString(),
    blocks: {
      BlockPublicAcls: isBlocked(blocks, 'BlockPublicAcls'),
      IgnorePublicAcls: isBlocked(blocks, 'IgnorePublicAcls'),
      BlockPublicPolicy: isBlocked(blocks, 'BlockPublicPolicy'),
      RestrictPublicBuckets: isBlocked(blocks, 'RestrictPublicBuckets'),
    },
  };
}

/** An access point as a list shows it. */
export function summaryOf(point: AccessPoint): { readonly [name: string]: XmlContent | undefined } {
  const { name, vpcId, bucket, bucketAccount, arn, alias } = point;
  return {
    Name: name,
    NetworkOrigin: vpcId ? 'VPC' : 'Internet',
    VpcConfiguration: vpcId ? { VpcId: vpcId } : undefined,
    Bucket: bucket,
    BucketAccountId: bucketAccount,
    AccessPointArn: arn,
    Alias: alias,
  };
}

/** An access point as its description shows it. */
export function descriptionOf(point: AccessPoint, region: string): XmlContent {
  return {
    ...summaryOf(point),
    PublicAccessBlockConfiguration: point.blocks,
    CreationDate: point.created,
    Endpoints: { entry: { key: 'ipv4', value: `s3-accesspoint.${region}.amazonaws.com` } },
  };
}

/** The policy out of a request that sets it. */
export function policyIn(text: string): string {
  return childText(sentXml(text, 'PutAccessPointPolicyRequest'), 'Policy');
}

function isBlocked(blocks: XmlElement | undefined, name: string): boolean {
  const said = blocks && childText(blocks, name);
  return said !== 'false';
}

function vpcOf(asked: XmlElement): string {
  return elementsAt(asked, ['VpcConfiguration']).map((one) => childText(one, 'VpcId'))[0] ?? '';
}
