import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A running moto server. */
export interface Moto {
  readonly port: number;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;

// The shell outlives nothing: when our end of its standard input closes, however we end, moto is stopped.
const GUARD = [
  'exec 3<&0',
  '"$@" </dev/null 3<&- &',
  'pid=$!',
  '(read -r _ <&3; kill "$pid" 2>/dev/null) &',
  'wait "$pid"',
].join('\n');

/** Starts moto on a free port and waits until it answers. */
export async function startMoto(motoServer: string): Promise<Moto> {
  const port = await freePort();
  const child = spawn('sh', ['-c', GUARD, 'moto', motoServer, '-H', '127.0.0.1', '-p', String(port)], {
    // A group of its own: Ctrl-C must reach Terraform, which still needs AWS to stop cleanly.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: {
      ...process.env,
      MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
      MOTO_EC2_LOAD_DEFAULT_AMIS: 'false',
      MOTO_S3_DEFAULT_KEY_BUFFER_SIZE: String(64 * 1024 * 1024),
    },
  });
  const lastWords = collectErrors(child);
  const stop = async (): Promise<void> => {
    const ended = child.exitCode !== null || new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.end();
    await ended;
  };
  try {
    await untilReady(port, child);
  } catch (error) {
    child.stdin?.end();
    throw new Error(`${(error as Error).message}\n${lastWords()}`);
  }
  return { port, stop };
}

function collectErrors(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-4000)));
  return () => text;
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error('moto_server ended before it answered.');
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`moto_server did not answer within ${READY_WITHIN_MS / 1000} s.`);
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/moto-api/`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
