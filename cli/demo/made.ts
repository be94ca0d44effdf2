import Table from 'cli-table3';
import type { Run } from '../../deploy/run';
import { countByType } from '../../deploy/state';

/** How many resources a stack's state holds, by service. */
export async function countByService(run: Run, folder: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [type, count] of await countByType(run, folder)) {
    if (!type.startsWith('aws_')) continue;
    const service = serviceOf(type);
    counts.set(service, (counts.get(service) ?? 0) + count);
  }
  return counts;
}

/** Stacks in columns, services in rows. */
export function madeTable(
  stacks: readonly { readonly id: string; readonly counts: ReadonlyMap<string, number> }[],
): string {
  const services = [...new Set(stacks.flatMap(({ counts }) => [...counts.keys()]))].sort();
  const table = new Table({
    head: ['service', ...stacks.map(({ id }) => id)],
    style: { head: [], border: [], compact: true },
  });
  for (const service of services)
    table.push([service, ...stacks.map(({ counts }) => String(counts.get(service) ?? ''))]);
  const sum = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((a, b) => a + b, 0);
  table.push(['all', ...stacks.map(({ counts }) => String(sum(counts)))]);
  return table.toString();
}

const services: readonly (readonly [RegExp, string])[] = [
  [/^aws_s3/, 'S3'],
  [/^aws_iam/, 'IAM'],
  [/^aws_kms/, 'KMS'],
  [/^aws_ssm/, 'Systems Manager'],
  [/^aws_glue/, 'Glue'],
  [/^aws_lakeformation/, 'Lake Formation'],
  [/^aws_athena/, 'Athena'],
  [/^aws_sagemaker/, 'SageMaker'],
  [/^aws_cloudtrail/, 'CloudTrail'],
  [/^aws_cloudwatch_event/, 'EventBridge'],
  [/^aws_cloudwatch/, 'CloudWatch'],
  [/^aws_sns/, 'SNS'],
  [/^aws_(security_group|vpc|subnet)/, 'EC2'],
  [/^aws_ram/, 'RAM'],
];

function serviceOf(type: string): string {
  return services.find(([pattern]) => pattern.test(type))?.[1] ?? type.split('_')[1] ?? type;
}
