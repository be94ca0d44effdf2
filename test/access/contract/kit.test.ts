import { verify } from '../../../access/contract/verify';
import { contractOf, indexOf, kit } from '../kit';

test('the contract of the kit holds', async () => {
  const { broken, misnamed, checks } = verify(await indexOf(kit), contractOf(kit));
  expect(misnamed).toEqual([]);
  const lines = broken.map(({ rule, who, action, on, found, answer }) => {
    const reasons = (answer?.locks ?? [])
      .filter(({ outcome }) => outcome !== 'allowed')
      .flatMap((lock) => lock.reasons().map(({ text }) => `${lock.name}: ${text}`));
    return [`${rule.id}: ${who} ${action} ${on}: ${found}`, ...reasons];
  });
  expect(lines).toEqual([]);
  expect(checks).toBeGreaterThan(100);
});
