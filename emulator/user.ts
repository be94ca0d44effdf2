import type { Keys } from './environment';
import type { MotoClient, Place } from './proxy/moto-client';
import { tagged } from './proxy/xml';

const USER = 'terralake-sandbox';
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** Makes the user whose keys the sandbox hands out. */
export async function createSandboxUser(moto: MotoClient, place: Place): Promise<Keys> {
  const iam = (parameters: Record<string, string>): Promise<string> =>
    moto.query(place, 'iam', '2010-05-08', { ...parameters, UserName: USER });
  await iam({ Action: 'CreateUser' });
  await iam({ Action: 'AttachUserPolicy', PolicyArn: ADMINISTRATOR });
  return keysIn(await iam({ Action: 'CreateAccessKey' }));
}

/** The keys in an answer of IAM or STS. */
export function keysIn(answer: string): Keys {
  const sessionToken = tagged(answer, 'SessionToken')[0];
  return {
    accessKeyId: tagged(answer, 'AccessKeyId')[0] ?? '',
    secretAccessKey: tagged(answer, 'SecretAccessKey')[0] ?? '',
    ...(sessionToken ? { sessionToken } : {}),
  };
}
