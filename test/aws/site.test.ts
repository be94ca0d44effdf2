import { describeSite, sameSite, siteFrom, siteKey } from '../../aws/site';

const here = { account: '111111111111', region: 'eu-west-1' };
const nowhere = { account: undefined, region: undefined };

test('a site is another if its account or its region is; `default` is only itself', () => {
  expect(sameSite(here, { ...here })).toBe(true);
  expect(sameSite(here, { ...here, region: 'eu-west-2' })).toBe(false);
  expect(sameSite(here, { ...here, account: '222222222222' })).toBe(false);
  expect(sameSite(nowhere, { ...nowhere })).toBe(true);
  expect(sameSite(here, { ...here, region: undefined })).toBe(false);
});

test('what is left out is that of the own site', () => {
  expect(siteFrom(here, {})).toEqual(here);
  expect(siteFrom(here, { region: 'eu-west-2' })).toEqual({ ...here, region: 'eu-west-2' });
  expect(siteFrom(nowhere, { account: '222222222222' })).toEqual({
    account: '222222222222',
    region: undefined,
  });
});

test('as a key, and for people', () => {
  expect(siteKey(here)).toBe('111111111111/eu-west-1');
  expect(siteKey({ ...here, region: undefined })).toBe('111111111111/default');
  expect(describeSite(here)).toBe('111111111111/eu-west-1');
  expect(describeSite({ ...here, account: undefined })).toBe('the default account/eu-west-1');
  expect(describeSite(nowhere)).toBe('the default account and region');
});
