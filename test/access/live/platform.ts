import { scopeOf, type LiveScope } from '../../../access/live/scope';
import type { Sandbox } from '../../../emulator/sandbox';
import { arn, from, lakeFormation, model, policy, resource, role, unknownAccount } from './expected';

const readAll = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const noSid = { Effect: 'Allow', Action: ['s3:b', 's3:a'], Resource: `arn:aws:s3:::${unknownAccount}/*` };

/** The platform that the tests read back: what they make, and some things that they do not. */
export const expected = model({
  principals: [
    role('reader', {
      identity: [
        policy('identity', 'read', [readAll, noSid], [5, 6]),
        policy('identity', 'inline policy own+1 of reader', [readAll], [7]),
      ],
      trust: policy('trust', 'trust policy of reader', [{ Effect: 'Allow', Action: 'sts:AssumeRole' }], [3]),
    }),
    role('gone-role'),
    role('deployer', { label: 'deployer', identity: undefined, origin: undefined }),
    role('stranger', { account: '999999999999', arn: 'arn:aws:iam::999999999999:role/stranger' }),
  ],
  resources: [
    resource('bucket', 'lake', {
      policy: policy(
        'resource',
        'bucket policy of lake',
        [{ Sid: 'Tls', Effect: 'Deny', Action: '*' }],
        [12],
      ),
    }),
    resource('bucket', 'plain', {}),
    resource('bucket', 'gone-bucket', {}),
    resource('key', 'lake-key', { aliases: ['lake-key'], arn: arn('kms', 'key/stand-in') }),
    resource('key', 'gone-key', { aliases: ['gone-key'], arn: arn('kms', 'key/other') }),
    resource('catalog', 'catalog', {}),
    resource('database', 'sales', {}),
    resource('database', 'gone-database', {}),
    resource('table', 'sales.orders', { database: 'sales', name: 'orders' }),
    resource('table', 'sales.gone-table', { database: 'sales', name: 'gone-table' }),
    resource('workgroup', 'analysts', {}),
    resource('workgroup', 'gone-workgroup', {}),
    resource('studio domain', 'team', { id: 'd-standin', arn: arn('sagemaker', 'domain/d-standin') }),
    resource('user profile', 'team/ann', { domainId: 'd-standin', name: 'ann' }),
    resource('user profile', 'team/gone-profile', { domainId: 'd-standin', name: 'gone-profile' }),
    resource('other', 'shared space', {
      type: 'aws_sagemaker_space',
      arn: arn('sagemaker', 'space/d-standin/shared'),
    }),
    resource('other', 'crawl', { type: 'aws_glue_crawler', arn: arn('glue', 'crawler/crawl') }),
    resource('other', 'gone-crawler', { type: 'aws_glue_crawler', arn: arn('glue', 'crawler/gone-crawler') }),
    resource('other', 'queue', { type: 'aws_sqs_queue', arn: arn('sqs', 'queue') }),
    resource('topic', 'news', { arn: arn('sns', 'news') }),
    resource('topic', 'gone-topic', { arn: arn('sns', 'gone-topic') }),
  ],
  lakeFormation: [
    lakeFormation({
      grants: [
        {
          principal: arn('iam', 'role/reader', ''),
          permissions: ['SELECT', 'DESCRIBE'],
          grantable: [],
          on: { kind: 'table', database: 'sales', table: '*' },
          origin: from(31),
        },
      ],
      locations: [{ arn: 'arn:aws:s3:::lake/data', roleArn: undefined, hybrid: false, origin: from(32) }],
    }),
  ],
});

/** The scope of the platform in a sandbox. */
export function scopeIn({ account }: Sandbox): LiveScope {
  const deployer = `arn:aws:iam::${account}:role/sandbox-deployer`;
  return scopeOf(expected, { account: unknownAccount, deployer });
}
