import { nameOf, type Part } from '../part';
import { checkStudio } from './check';
import { mayMakeVpc, studioUsersOf } from './facts';

/** SageMaker Studio: a domain, the VPC it stands in, and its users. */
export const studioPart: Part = {
  names: (facts) => {
    if (!facts.config.features.mlStudio) return [];
    return [
      nameOf(facts, 'sagemaker domain', 'domain'),
      nameOf(facts, 'kms alias', 'key', ['studio', 'domain']),
      nameOf(facts, 'iam role', 'role', ['studio', 'domain']),
      nameOf(facts, 'security group', 'security group', ['studio', 'domain']),
      ...(mayMakeVpc(facts)
        ? [
            nameOf(facts, 'log group', 'log group', ['studio', 'vpc']),
            nameOf(facts, 'iam role', 'role', ['studio', 'vpc', 'logs']),
          ]
        : []),
      ...studioUsersOf(facts).map(({ id }) => nameOf(facts, 'sagemaker user profile', 'profile', [id])),
    ];
  },
  publishes: ({ config }) =>
    config.features.mlStudio
      ? ['domain-id', 'vpc-type', 'vpc-id', 'kms/arn', 'kms/id', 'security-group/id'].map(
          (path) => `studio/${path}`,
        )
      : [],
  check: checkStudio,
};
