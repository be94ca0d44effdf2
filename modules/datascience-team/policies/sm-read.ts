import { logReading } from '../../../core/aws/log-statements';
import type { PolicyStatement } from '../../../core/aws/policy';
import { sagemaker, type TeamFacts } from './facts';

/** To read what SageMaker knows, and its logs. */
export function smRead({ location }: TeamFacts): readonly PolicyStatement[] {
  return [
    {
      sid: 'ReadSageMaker',
      actions: sagemaker('Search', 'List*', 'Describe*', 'BatchDescribe*', 'Get*', 'BatchGet*'),
      // Searches and most lists know no narrower resource.
      resources: ['*'],
    },
    ...logReading(location, '*sagemaker*'),
  ];
}
