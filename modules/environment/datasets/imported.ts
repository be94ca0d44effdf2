import { DataAwsKmsAlias, DataAwsS3Bucket } from '../../../core/provider/aws';
import type { ModuleScope } from '../../../core/module/scope';
import type { DatasetFacts } from './facts';

/**
 * Looks up the bucket and the key of an imported dataset: a plan fails where one of them does not exist, or the bucket
 * is of another region. Whether that key encrypts the bucket Terraform cannot see: the provider's data source of a
 * bucket knows nothing of its encryption. Returns the bucket's name.
 */
export function importedStorage(scope: ModuleScope, dataset: DatasetFacts): string {
  const { key, bucket, bucketArn, keyAlias, environment, from } = dataset;
  const { region } = environment.location;
  scope.add(
    DataAwsS3Bucket,
    ['dataset', key],
    {
      bucket,
      lifecycle: {
        postcondition: [
          {
            condition: `\${self.region == "${region}"}`,
            errorMessage: `The bucket ${bucket} of the dataset ${key} is not in ${region}, the region of the environment.`,
          },
        ],
      },
    },
    { from },
  );
  scope.publish(`dataset/${key}/bucket/name`, bucket);
  scope.publish(`dataset/${key}/bucket/arn`, bucketArn);
  if (keyAlias !== undefined) {
    const alias = scope.add(DataAwsKmsAlias, ['dataset', key], { name: keyAlias }, { from });
    scope.publish(`dataset/${key}/kms/arn`, alias.targetKeyArn);
    scope.publish(`dataset/${key}/kms/id`, alias.targetKeyId);
  }
  return bucket;
}
