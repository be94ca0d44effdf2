import { arnOf, type Location } from '../location';

/** The log group of all Studio domains of an account, and its streams. */
export const studioLogGroup = '/aws/sagemaker/studio';

/**
 * The streams of a domain's apps, which are named `<domain>/<profile or space>/<kind of app>/<app>`:
 * https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html
 */
export function studioLogStreams(location: Location, domainId: string): string {
  return arnOf(location, 'logs', `log-group:${studioLogGroup}:log-stream:${domainId}/*`);
}
