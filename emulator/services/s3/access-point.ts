import { randomBytes } from 'node:crypto';
import { escapeXml } from '../../proxy/answer';
import type { Place } from '../../proxy/moto-client';
import { childText, elementsAt, parseXml, type XmlElement } from '../../proxy/xml';

const BLOCKS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

/** An access point of a bucket. */
export interface AccessPoint {
  readonly name: string;
  readonly arn: string;
  readonly alias: string;
  readonly bucket: string;
  readonly bucketAccount: string;
  readonly vpcId: string;
  readonly created: string;
  readonly blocks: Readonly<Record<(typeof BLOCKS)[number], boolean>>;
  readonly policy?: string;
}

/** An access point as it was asked for. */
export function accessPointIn(text: string, name: string, place: Place): AccessPoint {
  const asked = elementsAt(parseXml(text), ['CreateAccessPointRequest'])[0] ?? parseXml('');
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
export function summaryXml(point: AccessPoint): string {
  const vpc = point.vpcId ? `<VpcConfiguration><VpcId>${point.vpcId}</VpcId></VpcConfiguration>` : '';
  return [
    `<Name>${point.name}</Name><NetworkOrigin>${point.vpcId ? 'VPC' : 'Internet'}</NetworkOrigin>${vpc}`,
    `<Bucket>${point.bucket}</Bucket><BucketAccountId>${point.bucketAccount}</BucketAccountId>`,
    `<AccessPointArn>${point.arn}</AccessPointArn><Alias>${point.alias}</Alias>`,
  ].join('');
}

/** An access point as its description shows it. */
export function descriptionXml(point: AccessPoint, region: string): string {
  const blocks = BLOCKS.map((name) => `<${name}>${String(point.blocks[name])}</${name}>`).join('');
  const endpoint = `<entry><key>ipv4</key><value>s3-accesspoint.${region}.amazonaws.com</value></entry>`;
  return [
    summaryXml(point),
    `<PublicAccessBlockConfiguration>${blocks}</PublicAccessBlockConfiguration>`,
    `<CreationDate>${point.created}</CreationDate><Endpoints>${endpoint}</Endpoints>`,
  ].join('');
}

/** The policy out of a request that sets it. */
export function policyIn(text: string): string {
  return elementsAt(parseXml(text), ['Policy'])[0]?.text ?? '';
}

/** A policy as XML. */
export function policyXml(policy: string): string {
  return `<Policy>${escapeXml(policy)}</Policy>`;
}

function isBlocked(blocks: XmlElement | undefined, name: string): boolean {
  const said = blocks && childText(blocks, name);
  return said !== 'false';
}

function vpcOf(asked: XmlElement): string {
  return elementsAt(asked, ['VpcConfiguration']).map((one) => childText(one, 'VpcId'))[0] ?? '';
}
