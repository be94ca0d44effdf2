import type { PolicyStatement } from '../../../../aws/iam/statement';
import { of, prefixed, type PivotFacts } from './facts';

/** To start, stop and open the notebooks of the environment. */
export function notebooks(facts: PivotFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'Notebooks',
      actions: of(
        'sagemaker',
        ...['DescribeNotebookInstance', 'StartNotebookInstance', 'StopNotebookInstance'],
        ...['CreatePresignedNotebookInstanceUrl', 'ListTags'],
      ),
      resources: prefixed(facts, 'sagemaker', 'notebook-instance/'),
    },
    // This list knows no resource.
    { sid: 'ListNotebooks', actions: ['sagemaker:ListNotebookInstances'], resources: ['*'] },
  ];
}

/** To show in which network notebooks and ML Studio are. */
export function networks(): readonly PolicyStatement[] {
  return [
    {
      // Descriptions know no narrower resource.
      sid: 'DescribeNetwork',
      actions: of(
        'ec2',
        ...['DescribeSubnets', 'DescribeSecurityGroups', 'DescribeVpcs'],
        ...['DescribeInstances', 'DescribeNetworkInterfaces'],
      ),
      resources: ['*'],
    },
  ];
}
