/** The name that Terraform is given for AWS: made up, so that everything for it comes through the proxy. */
export const SANDBOX_HOST = 'aws.sandbox.internal';
