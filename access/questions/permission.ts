import { s3Arn } from '../../aws/arn';
import { decide } from '../../aws/iam/evaluate/decide';
import type { Decision } from '../../aws/iam/evaluate/judge';
import type { Authorization } from '../../aws/iam/evaluate/request';
import { isWildcardOnly } from '../../aws/actions/action-data';
import type { AccessPoint } from '../model/model';
import { undecidable } from '../../aws/iam/policy';
import type { Origin, TracedPolicy } from '../model/origin';
import { plain, type Lock } from './lock';
import type { ModelIndex } from './model-index';
import { reasonsOf } from './reasons';
import { plainRequest, type SaidKeys } from './request-keys';
import type { Who } from './who';

/** What IAM answers: identity policies, boundary, and the policy of the resource. */
export function permission(
  index: ModelIndex,
  who: Who,
  action: string,
  arn: string,
  said: SaidKeys,
): Decision<Origin> {
  const point = action.toLowerCase().startsWith('s3:') ? index.accessPoint(arn) : undefined;
  const resource = isWildcardOnly(action) ? '*' : point ? behind(index, point, arn) : arn;
  const account = index.accountOf(arn, accountOf(who));
  const region = index.regionOf(arn);
  // What a request for everything is about has no tags.
  const tags = resource === '*' ? {} : index.tagsOf(arn);
  const aliases = /^kms:/i.test(action) ? index.key(arn)?.aliases : undefined;
  const subject = { action, arn: resource, account, region, tags, aliases };
  const context = plainRequest(who, subject, said);
  const request = { caller: who.caller, action, resource, resourceAccount: account, context };
  return decide(request, authorization(index, who, action, resource, point));
}

/** The bucket or object that an access point's ARN stands for. */
function behind({ model }: ModelIndex, { arn: own, bucket }: AccessPoint, arn: string): string {
  const key = arn.slice(own.length).replace(/^\/object\//, '/');
  return s3Arn(model, `${bucket}${key}`);
}

/** The same as a lock. */
export function permissionLock(
  index: ModelIndex,
  who: Who,
  action: string,
  arn: string,
  said: SaidKeys,
  name: Lock['name'] = 'permission',
): Lock {
  const decision = permission(index, who, action, arn, said);
  const resource = index.resource(arn) ?? index.principal(arn);
  return {
    name,
    question: `${action} on ${resource?.label ?? arn}`,
    outcome: plain(decision.outcome),
    reasons: () => reasonsOf(decision, who),
  };
}

function authorization(
  index: ModelIndex,
  who: Who,
  action: string,
  arn: string,
  point: AccessPoint | undefined,
): Authorization<Origin> {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  const key = service === 'kms' ? index.key(arn) : undefined;
  // A role's trust policy is about assuming it, not about passing or reading it.
  const attached =
    service === 'iam' ? undefined : (index.policyOf(arn) ?? unknownPolicy(index, service, arn));
  return {
    identity: who.identity,
    ...(who.boundary && { boundary: who.boundary }),
    ...(attached && { resource: attached }),
    ...((service === 'kms' || service === 'sts') && { resourcePolicyDecides: true }),
    ...(key && { grants: key.grants }),
    ...(point && {
      accessPoint: { arn: point.arn, account: point.account, ...(point.policy && { policy: point.policy }) },
    }),
  };
}

/**
 * Services whose resources may have policies of their own, that of a resource out of sight included:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const withPolicies = new Set([
  ...['backup', 'codeartifact', 'dynamodb', 'ecr', 'elasticfilesystem', 'es', 'events', 'glue', 'kinesis'],
  ...['kms', 'lambda', 's3', 'secretsmanager', 'sns', 'sqs', 'sts'],
]);

/** What the policy of something may say that the model does not know. */
function unknownPolicy(index: ModelIndex, service: string, arn: string): TracedPolicy | undefined {
  const known =
    index.resource(arn) ??
    (service === 's3' ? index.bucket(arn) : service === 'glue' ? index.catalogOf(arn) : index.principal(arn));
  if (known !== undefined || arn === '*' || !withPolicies.has(service)) return undefined;
  return undecidable('resource', `policy of ${arn}`);
}

function accountOf({ caller }: Who): string {
  return 'account' in caller ? caller.account : '';
}
