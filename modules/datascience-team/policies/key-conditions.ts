/**
 * The keys by which conditions tell the KMS key of a request, with its ARN: the one of old, and the one that
 * replaces it. Which of them a request carries is up to SageMaker. `StringNotEquals` holds if none is the ARN.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
 */
export function encryptedWith(name: string, keyArn: string): Readonly<Record<string, string>> {
  return { [`sagemaker:${name}`]: keyArn, [`sagemaker:${name}Arn`]: keyArn };
}
