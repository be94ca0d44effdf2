import { SANDBOX_HOST } from '../../emulator/environment';

/** The rehearsal's host is a name that its proxy alone knows, and the SDK knows no proxy: the proxy answers itself. */
export function endpointOf(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { AWS_ENDPOINT_URL: stated = '', HTTP_PROXY: proxy } = environment;
  if (stated === '') return undefined;
  return stated === `http://${SANDBOX_HOST}` ? proxy : stated;
}
