import { AwsError, emptyAnswer, errorAnswer, xmlAnswer, type Answer } from '../../proxy/answer';
import { addressed, removesBucket } from '../../proxy/bucket';
import type { Forward, Gap, GapContext } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import { Placed } from '../../proxy/placed';
import type { AwsRequest } from '../../proxy/request';
import { accessPointIn, descriptionOf, policyIn, summaryOf, type AccessPoint } from './access-point';
import { isPublic, refuseWrongPolicy } from './access-point-policy';
import { refuseUnknownBucket } from './refusals';

const PATH = /^\/v20180820\/accesspoint(?:\/([^/]+)(?:\/(policy|policyStatus))?)?$/;

/** moto keeps all access points in one region, and replaces one by another of the same name. */
export function s3AccessPoints(context: GapContext): Gap {
  const store = new Placed<AccessPoint>();
  return {
    name: 's3-access-points',
    matches: (request) => request.service === 's3' && (PATH.test(request.path) || removesBucket(request)),
    async handle(request, forward) {
      if (!PATH.test(request.path)) return removeBucket(store, request, forward);
      try {
        return await answerTo(store, context, await context.place(request), request);
      } catch (error) {
        // S3 Control wraps its errors, unlike S3.
        if (error instanceof AwsError) return errorAnswer(error, 'query');
        throw error;
      }
    },
    inventory: () => store.all().map(({ value }) => ({ service: 's3', type: 'access point', id: value.arn })),
  };
}

async function removeBucket(
  store: Placed<AccessPoint>,
  request: AwsRequest,
  forward: Forward,
): Promise<Answer> {
  const { bucket } = addressed(request);
  if (store.all().some(({ value }) => value.bucket === bucket)) {
    throw new AwsError(
      'BucketHasAccessPointsAttached',
      'The bucket you are trying to delete has access points attached. Delete your access points and try again.',
    );
  }
  return forward(request);
}

async function answerTo(
  store: Placed<AccessPoint>,
  context: GapContext,
  place: Place,
  request: AwsRequest,
): Promise<Answer> {
  const [, encoded, part] = PATH.exec(request.path) ?? [];
  if (!encoded) return list(store, place, request.query.get('bucket'));
  const name = decodeURIComponent(encoded);
  const text = (await request.read()).toString();
  if (request.method === 'PUT' && !part) {
    const point = accessPointIn(text, name, place);
    await refuseUnknownBucket(context, request, point.bucket);
    if (store.get(place, name)) {
      const what = 'An access point with the same name already exists in your account';
      throw new AwsError('AccessPointAlreadyOwnedByYou', what, 409);
    }
    store.set(place, name, point);
    return xmlAnswer('CreateAccessPointResult', summaryOf(point));
  }
  const point = store.get(place, name);
  if (!point) throw new AwsError('NoSuchAccessPoint', 'The specified accesspoint does not exist', 404);
  if (part) return policyAnswer(store, place, point, request.method, part, text);
  if (request.method === 'DELETE') {
    store.delete(place, name);
    return emptyAnswer();
  }
  return xmlAnswer('GetAccessPointResult', descriptionOf(point, place.region));
}

function policyAnswer(
  store: Placed<AccessPoint>,
  place: Place,
  point: AccessPoint,
  method: string,
  part: string,
  text: string,
): Answer {
  if (method === 'PUT') {
    const policy = policyIn(text);
    refuseWrongPolicy(point, policy);
    store.set(place, point.name, { ...point, policy });
    return xmlAnswer('PutAccessPointPolicyResult', '');
  }
  if (point.policy === undefined) {
    throw new AwsError('NoSuchAccessPointPolicy', 'The specified accesspoint policy does not exist', 404);
  }
  if (method === 'DELETE') {
    const { policy: _policy, ...rest } = point;
    store.set(place, point.name, rest);
    return emptyAnswer();
  }
  if (part === 'policy') return xmlAnswer('GetAccessPointPolicyResult', { Policy: point.policy });
  const PolicyStatus = { IsPublic: isPublic(point.policy) };
  return xmlAnswer('GetAccessPointPolicyStatusResult', { PolicyStatus });
}

function list(store: Placed<AccessPoint>, place: Place, bucket: string | null): Answer {
  const points = store.at(place).filter((point) => !bucket || point.bucket === bucket);
  return xmlAnswer('ListAccessPointsResult', { AccessPointList: { AccessPoint: points.map(summaryOf) } });
}
