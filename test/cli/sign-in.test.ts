import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signInUrl } from '../../cli/console/sign-in';
import { sessionName } from '../../cli/credentials/session';

const session = {
  environment: 'one/dev/place',
  team: 'Analysts',
  roleArn: 'arn:aws:iam::111111111111:role/analysts',
  region: 'eu-west-1',
  partition: 'aws',
  accessKeyId: 'AKID',
  secretAccessKey: 'se/cret+',
  sessionToken: 'to=ken',
  expiration: '2026-01-01T00:00:00.000Z',
};

/** What the endpoint was asked, and the URL that came of it. */
async function signedIn(status: number, answer: string): Promise<{ url: string; asked: URLSearchParams }> {
  let asked = new URLSearchParams();
  const server = createServer((request, response) => {
    asked = new URL(request.url ?? '', 'http://localhost').searchParams;
    response.writeHead(status).end(answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    return { url: await signInUrl(session, `http://127.0.0.1:${String(port)}`), asked };
  } finally {
    server.close();
  }
}

test('credentials go to the federation endpoint, and its token into the URL', async () => {
  const { url, asked } = await signedIn(200, '{"SigninToken":"t&1"}');
  expect(asked.get('Action')).toBe('getSigninToken');
  expect(JSON.parse(asked.get('Session') ?? '')).toEqual({
    sessionId: 'AKID',
    sessionKey: 'se/cret+',
    sessionToken: 'to=ken',
  });
  expect(asked.has('SessionDuration')).toBe(false);
  const query = new URL(url).searchParams;
  expect(Object.fromEntries(query)).toEqual({
    Action: 'login',
    Issuer: 'terralake',
    Destination: 'https://eu-west-1.console.aws.amazon.com/',
    SigninToken: 't&1',
  });
  expect(url).not.toContain('cret');
});

test.each([
  [400, '{}'],
  [200, 'no json'],
  [200, '{}'],
])('an answer without a token (%s %s) fails without telling the credentials', async (status, answer) => {
  const failed = await signedIn(status, answer).catch((error: unknown) => error as Error);
  expect(failed).toBeInstanceOf(Error);
  expect(String((failed as Error).message)).not.toMatch(/AKID|se.cret|to.ken/);
});

test('a partition without a known page is refused', async () => {
  await expect(signInUrl({ ...session, partition: 'aws-iso' })).rejects.toThrow('aws-iso');
});

test('a session is called after whoever takes it', () => {
  expect(sessionName('arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_X_1/jane@example.com')).toBe(
    'jane@example.com',
  );
  expect(sessionName('arn:aws:iam::111111111111:user/a b')).toBe('a-b');
  expect(sessionName('')).toBe('terralake');
});
