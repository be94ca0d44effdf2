/** The name that Terraform is given for AWS: made up, so that everything for it comes through the proxy. */
export const SANDBOX_HOST = 'aws.sandbox.internal';

/** The keys that a program signs its calls with. */
export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The variables that turn Terraform, its S3 backend and the AWS CLI to the sandbox, and nowhere else. */
export function sandboxVariables(proxyUrl: string, region: string, keys: Keys): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: `http://${SANDBOX_HOST}`,
    ...both('HTTP_PROXY', proxyUrl),
    ...both('NO_PROXY', '127.0.0.1,localhost'),
    ...keyVariables(keys),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    // Whatever the user has configured for the real AWS must not mix in.
    AWS_PROFILE: '',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: '',
    AWS_USE_FIPS_ENDPOINT: '',
    AWS_USE_DUALSTACK_ENDPOINT: '',
    ...endpointsOfServices(),
  };
}

/** An endpoint of a single service would win over the sandbox's; empty, it does not count. */
function endpointsOfServices(): Record<string, string> {
  const names = Object.keys(process.env).filter((name) => name.startsWith('AWS_ENDPOINT_URL_'));
  return Object.fromEntries(names.map((name) => [name, '']));
}

/** The variables of one set of keys. */
export function keyVariables(keys: Keys): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    AWS_SESSION_TOKEN: keys.sessionToken ?? '',
  };
}

/** Go reads the upper-case name, Python and curl the lower-case one. */
function both(name: string, value: string): Record<string, string> {
  return { [name]: value, [name.toLowerCase()]: value };
}
