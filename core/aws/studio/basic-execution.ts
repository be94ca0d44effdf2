import { kmsUse } from '../actions';
import { grantToService } from '../key-statements';
import { arnOf, type Location } from '../location';
import type { PolicyStatement } from '../../../aws/iam/statement';
import { studioLogGroup, studioLogStreams } from './logs';
import { appsAndSpaces } from './spaces';

const sagemaker = (...actions: readonly string[]) => actions.map((action) => `sagemaker:${action}`);

/** What the execution role of a Studio domain needs to run its apps and spaces. */
export function basicExecution(
  location: Location,
  { domainId, keyArn }: { readonly domainId: string; readonly keyArn: string },
): readonly PolicyStatement[] {
  const on = (resource: string): string => arnOf(location, 'sagemaker', resource);
  return [
    { sid: 'UseKey', actions: [...kmsUse, 'kms:DescribeKey'], resources: [keyArn] },
    grantToService(keyArn),
    // Lists know no narrower resource.
    {
      sid: 'List',
      actions: ['kms:ListAliases', 'logs:DescribeLogGroups', ...sagemaker('ListStudioLifecycleConfigs')],
      resources: ['*'],
    },
    ...appsAndSpaces(location, domainId),
    { sid: 'Domain', actions: sagemaker('DescribeDomain'), resources: [on(`domain/${domainId}`)] },
    // Scripts and images belong to no domain.
    {
      sid: 'Lifecycle',
      actions: sagemaker('DescribeStudioLifecycleConfig'),
      resources: [on('studio-lifecycle-config/*')],
    },
    {
      sid: 'Images',
      actions: sagemaker('DescribeImage', 'DescribeImageVersion'),
      resources: [on('image/*'), on('image-version/*/*')],
    },
    ...logs(location, domainId),
  ];
}

/** Domains share a log group: it tells the names of its streams, the streams are for their domain. */
function logs(location: Location, domainId: string): readonly PolicyStatement[] {
  return [
    {
      sid: 'LogGroup',
      actions: ['logs:CreateLogGroup', 'logs:DescribeLogStreams'],
      resources: [arnOf(location, 'logs', `log-group:${studioLogGroup}*`)],
    },
    {
      sid: 'Logs',
      actions: ['logs:CreateLogStream', 'logs:GetLogEvents', 'logs:PutLogEvents'],
      resources: [studioLogStreams(location, domainId)],
    },
  ];
}
