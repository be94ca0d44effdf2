import { AwsError } from '../../proxy/answer';
import type { Json } from '../../proxy/request';
import type { AccessPoint } from './access-point';

const LARGEST = 20_480;

/** Refuses the policies that S3 refuses: no JSON, too large, about something else, or public while that is blocked. */
export function refuseWrongPolicy(point: AccessPoint, text: string): void {
  if (Buffer.byteLength(text) > LARGEST) {
    throw new AwsError('PolicyTooLarge', `Access point policies are limited to ${LARGEST} bytes`);
  }
  const statements = statementsIn(text);
  const resources = statements.flatMap((statement) => list(statement['Resource']));
  if (resources.some((one) => one !== point.arn && !String(one).startsWith(`${point.arn}/`))) {
    throw new AwsError('MalformedPolicy', 'Policy has invalid resource');
  }
  if (point.blocks.BlockPublicPolicy && isPublic(text)) {
    throw new AwsError('AccessDenied', 'Public policies are prevented by the BlockPublicPolicy setting', 403);
  }
}

/** True if a statement allows everyone, without any condition. */
export function isPublic(text: string): boolean {
  return statementsIn(text).some((statement) => {
    const principal = statement['Principal'];
    const everyone = principal === '*' || list((principal as Json | undefined)?.['AWS']).includes('*');
    return statement['Effect'] === 'Allow' && everyone && !statement['Condition'];
  });
}

function statementsIn(text: string): Json[] {
  try {
    const { Statement } = JSON.parse(text) as Json;
    if (Statement) return list(Statement) as Json[];
  } catch {
    // Said below.
  }
  throw new AwsError('MalformedPolicy', 'This policy contains invalid Json');
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}
