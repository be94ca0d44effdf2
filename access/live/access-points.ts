import { GetAccessPointPolicyCommand, paginateListAccessPoints } from '@aws-sdk/client-s3-control';
import type { AccessPoint, Bucket } from '../model/model';
import { allOf, answered } from './ask';
import { liveOrigin, type Session } from './session';
import { documentIn, livePolicy } from './policies';

/** The access points that lead to a bucket, whoever made them. */
export async function readAccessPoints(
  session: Session,
  bucket: Bucket,
  expected: readonly AccessPoint[],
): Promise<readonly AccessPoint[]> {
  const { asker, login } = session;
  const region = session.region(bucket.region);
  const AccountId = login.account;
  const { s3Control } = session.clients(region);
  const list = await asker.ask(`ListAccessPoints ${bucket.name}`, 'access points are not counted', () =>
    allOf(
      paginateListAccessPoints({ client: s3Control }, { AccountId, Bucket: bucket.name }),
      (page) => page.AccessPointList,
    ),
  );
  if (!answered(list)) return [];
  return Promise.all(
    list.map(async ({ Name = '', AccessPointArn: arn = '' }): Promise<AccessPoint> => {
      const counterpart = expected.find((one) => one.arn.endsWith(`:accesspoint/${Name}`));
      const context = {
        kind: 'resource',
        name: `access point policy of ${Name}`,
        address: arn,
        expected: counterpart?.policy,
      } as const;
      const found = await asker.ask(`GetAccessPointPolicy ${Name}`, 'taken as unknown', () =>
        s3Control.send(new GetAccessPointPolicyCommand({ AccountId, Name })),
      );
      const policy = livePolicy(
        session,
        documentIn(found, ({ Policy }) => Policy),
        context,
      );
      return {
        kind: 'access point',
        label: counterpart?.label ?? Name,
        arn,
        account: AccountId,
        region,
        bucket: bucket.name,
        tags: counterpart?.tags ?? {},
        ...(policy && { policy }),
        origin: liveOrigin(arn, counterpart?.origin),
      };
    }),
  );
}
