import { slug } from '../names';
import type { EnvironmentName, Part } from '../part';
import { checkNotebooks } from './check';
import { notebooksOf } from './facts';

/** SageMaker notebook instances. */
export const notebooksPart: Part = {
  names: (facts) =>
    notebooksOf(facts).flatMap(({ id, name, keyAlias, place, securityGroup }): readonly EnvironmentName[] => [
      { kind: 'sagemaker notebook instance', name, of: ['notebook', [id]] },
      { kind: 'kms alias', name: keyAlias, of: ['key', ['notebook', id]] },
      ...(place
        ? [
            {
              kind: 'security group',
              name: securityGroup,
              of: ['security group', ['notebook', id]],
            } as const,
          ]
        : []),
    ]),
  publishes: (facts) =>
    notebooksOf(facts).flatMap(({ id }) => [`notebook/${slug(id)}/kms/arn`, `notebook/${slug(id)}/kms/id`]),
  check: checkNotebooks,
};
