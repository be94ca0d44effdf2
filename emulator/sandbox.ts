import { findToolchain } from '../toolchain/toolchain';
import { SANDBOX_HOST, sandboxVariables } from './environment';
import { startMoto } from './moto';
import { startProxy } from './proxy/server';
import { Callers } from './proxy/callers';
import type { Holding } from './proxy/gap';
import { MotoClient, type Place } from './proxy/moto-client';
import type { Call } from './proxy/request';
import { allServices } from './services';
import type { Service } from './services/service';
import { createSandboxUser } from './user';

/** An AWS of one's own: moto, the proxy that closes its gaps, and the variables that lead there. */
export interface Sandbox {
  readonly account: string;
  readonly region: string;
  /** What Terraform is given as AWS; reachable only through the proxy. */
  readonly endpoint: string;
  readonly proxyUrl: string;
  /** For clients that know no proxy, such as the AWS SDK for JavaScript. */
  readonly directEndpoint: string;
  /** The variables to run Terraform, `cdktf` or the AWS CLI with; to be laid over `process.env`. */
  readonly env: Record<string, string>;
  /** Every call so far. */
  readonly calls: readonly Call[];
  readonly moto: MotoClient;
  readonly services: readonly Service[];
  /** Every account and region that was called so far, the sandbox's own first. */
  places(): Promise<Place[]>;
  /** What the gaps keep themselves. */
  held(): Holding[];
  stop(): Promise<void>;
}

/** How to start a sandbox. */
export interface SandboxOptions {
  /** The proxy's port; a free one by default. */
  readonly port?: number;
  /** Twelve digits; the account that the sandbox's user lives in. @default 123456789012 */
  readonly account?: string;
  /** @default us-east-1 */
  readonly region?: string;
}

const ACCOUNT = '123456789012';
const REGION = 'us-east-1';

/** Starts a sandbox; it ends with `stop()`, and with this process however that ends. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { account = ACCOUNT, region = REGION } = options;
  const toolchain = findToolchain();
  if (!toolchain.motoServer) {
    throw new Error("moto_server is missing: 'npm run demo' and 'npm test' install it for themselves.");
  }
  const server = await startMoto(toolchain.motoServer);
  try {
    const moto = new MotoClient(server.port);
    const callers = new Callers(moto);
    const services = allServices({
      moto,
      place: (request) => callers.place(request),
      caller: (request) => callers.caller(request),
    });
    const gaps = services.flatMap((service) => service.gaps ?? []);
    const keys = await createSandboxUser(moto, { account, region });
    const proxy = await startProxy(server.port, gaps, options.port);
    const proxyUrl = `http://127.0.0.1:${proxy.port}`;
    return {
      account,
      region,
      endpoint: `http://${SANDBOX_HOST}`,
      proxyUrl,
      directEndpoint: proxyUrl,
      env: { ...toolchain.env, ...sandboxVariables(proxyUrl, region, keys) },
      calls: proxy.calls,
      moto,
      services,
      places: () => callers.placesOf(proxy.calls, { account, region }),
      held: () => gaps.flatMap((gap) => gap.inventory?.() ?? []),
      stop: async () => {
        await proxy.stop();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
