import { parsePolicy } from '../../../aws/iam/parse';
import type { Condition, Policy, Statement } from '../../../aws/iam/policy';
import { AwsError } from '../../proxy/answer';
import type { AccessPoint } from './access-point';

const LARGEST = 20_480;

/** Refuses the policies that S3 refuses: malformed, too large, about something else, or public while that is blocked. */
export function refuseWrongPolicy(point: AccessPoint, text: string): void {
  if (Buffer.byteLength(text) > LARGEST) {
    throw new AwsError('PolicyTooLarge', `Access point policies are limited to ${LARGEST} bytes`);
  }
  const { statements } = policyOf(text);
  if (statements.some(({ principals, notPrincipals }) => !principals && !notPrincipals)) {
    throw new AwsError('MalformedPolicy', 'Missing required field Principal');
  }
  const resources = statements.flatMap((statement) => statement.resources ?? statement.notResources ?? []);
  if (resources.some((one) => one !== point.arn && !one.startsWith(`${point.arn}/`))) {
    throw new AwsError('MalformedPolicy', 'Policy has invalid resource');
  }
  if (point.blocks.BlockPublicPolicy && isPublic(text)) {
    throw new AwsError('AccessDenied', 'Public policies are prevented by the BlockPublicPolicy setting', 403);
  }
}

/**
 * Whether a statement allows everyone, unless a condition keeps it to somebody:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function isPublic(text: string): boolean {
  return policyOf(text).statements.some(
    (statement) =>
      statement.effect === 'Allow' && isForAll(statement) && !statement.conditions.some(keepsToSome),
  );
}

function isForAll({ principals, notPrincipals }: Statement): boolean {
  return notPrincipals !== undefined || principals === '*' || principals?.AWS?.includes('*') === true;
}

/** Operators that hold for the values they name alone. */
const naming = /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|IpAddress)$/i;

const telling = new Set([
  ...[
    'aws:sourceip',
    'aws:sourcearn',
    'aws:sourcevpc',
    'aws:sourcevpce',
    'aws:sourceowner',
    'aws:sourceaccount',
  ],
  ...[
    'aws:userid',
    'aws:principalarn',
    'aws:principalaccount',
    'aws:principalorgid',
    'aws:principalorgpaths',
  ],
  ...['s3:x-amz-server-side-encryption-aws-kms-key-id', 's3:dataaccesspointaccount'],
]);

function keepsToSome({ operator, key, values }: Condition): boolean {
  // All sessions of a role are one principal.
  const fixed = values.map((value) =>
    /^aws:userid$/i.test(key) ? value.replace(/^(AROA\w+):\*$/, '$1') : value,
  );
  return (
    naming.test(operator) && telling.has(key.toLowerCase()) && !fixed.some((value) => /[*?]|\$\{/.test(value))
  );
}

function policyOf(text: string): Policy {
  try {
    return parsePolicy(text, { kind: 'resource', name: 'this policy' });
  } catch (error) {
    throw new AwsError('MalformedPolicy', error instanceof Error ? error.message : String(error));
  }
}
