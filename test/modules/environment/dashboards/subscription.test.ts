import {
  checkQuickSight,
  type QuickSightAccount,
} from '../../../../modules/environment/dashboards/subscription';

const check = (found: QuickSightAccount | undefined) =>
  checkQuickSight('111111111111', () => Promise.resolve(found));

test.each(['ENTERPRISE', 'ENTERPRISE_AND_Q'])('the edition %s is enough', async (edition) => {
  expect(await check({ edition, status: 'ACCOUNT_CREATED' })).toBeUndefined();
});

test.each([
  ['no subscription', undefined],
  ['another edition', { edition: 'STANDARD', status: 'ACCOUNT_CREATED' }],
  ['no edition', { edition: undefined, status: 'ACCOUNT_CREATED' }],
  ['a subscription that is not there yet', { edition: 'ENTERPRISE', status: 'SIGNUP_ATTEMPT_IN_PROGRESS' }],
  ['a subscription that has ended', { edition: 'ENTERPRISE', status: 'UNSUBSCRIBED' }],
])('%s is a problem of the account', async (_what, found) => {
  const problem = await check(found);
  expect(problem).toMatchObject({ code: 'TL423', message: expect.stringContaining('111111111111') });
});

test('what keeps it from being asked is not hidden', async () => {
  await expect(checkQuickSight('111111111111', () => Promise.reject(new Error('denied')))).rejects.toThrow(
    'denied',
  );
});
