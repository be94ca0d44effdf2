import { kmsUse } from '../actions';
import { grantToService } from '../key-statements';
import { arnOf, type Location } from '../location';
import { logReading, logWriting } from '../log-statements';
import type { PolicyStatement } from '../policy';

const sagemaker = (...actions: readonly string[]) => actions.map((action) => `sagemaker:${action}`);

/** What the execution role of a Studio domain needs to run its apps and spaces. */
export function basicExecution(
  location: Location,
  { domainId, keyArn }: { readonly domainId: string; readonly keyArn: string },
): readonly PolicyStatement[] {
  const on = (resource: string): string => arnOf(location, 'sagemaker', resource);
  const logGroup = '/aws/sagemaker/studio';
  return [
    { sid: 'UseKey', actions: [...kmsUse, 'kms:DescribeKey'], resources: [keyArn] },
    grantToService(keyArn),
    // Lists know no narrower resource.
    {
      sid: 'List',
      actions: ['kms:ListAliases', ...sagemaker('ListStudioLifecycleConfigs')],
      resources: ['*'],
    },
    {
      sid: 'Apps',
      actions: sagemaker(
        ...['CreateApp', 'DeleteApp', 'DescribeApp'],
        ...['CreateSpace', 'UpdateSpace', 'DeleteSpace', 'DescribeSpace'],
      ),
      resources: [on(`app/${domainId}/*`), on(`space/${domainId}/*`)],
    },
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
    logWriting(location, logGroup),
    ...logReading(location, logGroup),
  ];
}
