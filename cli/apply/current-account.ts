import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { RunError } from '../shared/usage-error';

/** The account of the credentials at hand. @throws RunError where there are none */
export async function currentAccount(region: string): Promise<string> {
  try {
    const { Account } = await new STSClient({ region }).send(new GetCallerIdentityCommand({}));
    if (Account !== undefined) return Account;
  } catch {
    // said below
  }
  throw new RunError(
    'a hook needs the account, and AWS did not tell it',
    'Authenticate, or state the account of the environment.',
  );
}
