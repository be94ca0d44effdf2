import { ledger, rootOf, whole } from './platform';

const document = /^Remove all environment related objects before proceeding with the deletion: /;
const without = <T extends object>(object: T, key: keyof T & string): object =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

/** An environment whose share names a dataset of `one`, which consents to it. */
const consumer = {
  name: 'Research',
  team: 'ResearchAdmin',
  resourcePrefix: 'res',
  tags: [],
  shares: {
    foreign: {
      dataset: 'one/dev/place/sales',
      with: { team: 'ResearchAdmin' },
      items: { tables: ['orders'] },
    },
  },
};

describe('something that others hold on to', () => {
  test('a team that owns objects: an error in `teams`, with the list', () => {
    const { load, lock } = ledger();
    lock(rootOf({ one: whole }));
    const { found, message } = load(
      rootOf({ one: { ...whole, teams: without(whole.teams, 'DataScience') } }),
    );
    expect(found).toEqual(['error TL426 "teams": {']);
    expect(message[0]).toMatch(document);
    for (const owned of ['network research', 'Studio user ana', 'notebook churn', 'dataset sales'])
      expect(message[0]).toContain(owned);
    expect(message[0]).not.toContain('to-reporting');
  });

  test('a consumption role with a share', () => {
    const { load, lock } = ledger();
    lock(rootOf({ one: whole }));
    const { found, message } = load(rootOf({ one: { ...whole, consumptionRoles: {} } }));
    expect(found).toEqual(['error TL426 "consumptionRoles": {},']);
    expect(message[0]).toContain('share to-reporting');
  });

  test('a dataset that a share names, of its own or of another environment', () => {
    const { load, lock } = ledger();
    lock(rootOf({ one: whole, two: consumer }));
    const { found, message } = load(rootOf({ one: { ...whole, datasets: {} }, two: consumer }));
    expect(found).toEqual(['error TL426 "datasets": {},']);
    expect(message[0]).toContain('share one/dev/place/to-reporting, share two/dev/place/foreign');
  });

  test('goes together with what holds on to it', () => {
    const { load, lock } = ledger();
    lock(rootOf({ one: whole }));
    const bare = {
      datasets: {},
      shares: {},
      consumptionRoles: {},
      networks: {},
      notebooks: {},
      studioUsers: {},
      teams: {},
    };
    expect(load(rootOf({ one: { ...whole, ...bare } })).found).toEqual([]);
  });
});

describe('an environment that has left', () => {
  const other = { ...consumer, shares: {} };
  const path = 'one/dev/place';

  test('with objects: an error where the lock has it, with the list, and the reminder', () => {
    const { load, lock } = ledger();
    lock(rootOf({ two: other, one: whole }));
    const { platform, found, message } = load(rootOf({ two: other }));
    expect(platform).toBeUndefined();
    expect(found.toSorted()).toEqual(['error TL426 lock', 'warning TL426 lock']);
    const [told] = message.filter((text) => document.test(text));
    for (const held of [
      'dataset sales',
      'share to-reporting',
      'consumption role reporting',
      'notebook churn',
    ])
      expect(told).toContain(held);
  });

  test('while others refer to it', () => {
    const { load, lock } = ledger();
    const empty = {
      ...whole,
      datasets: {},
      shares: {},
      consumptionRoles: {},
      networks: {},
      notebooks: {},
      studioUsers: {},
    };
    const accepting = {
      ...other,
      datasets: {
        mine: { team: 'ResearchAdmin', accepts: { [`${path}/wanted`]: { permissions: ['Read'] } } },
      },
    };
    lock(rootOf({ two: other, one: empty }));
    const { found, message } = load(rootOf({ two: accepting }));
    expect(found).toContain('error TL426 lock');
    expect(message.join()).toContain(`acceptance of ${path}/wanted by dataset two/dev/place/mine`);
  });

  test('cleanly: a reminder with the command, and no error', () => {
    const { load, lock } = ledger();
    const empty = {
      ...whole,
      datasets: {},
      shares: {},
      consumptionRoles: {},
      networks: {},
      notebooks: {},
      studioUsers: {},
    };
    lock(rootOf({ two: other, one: { ...empty, iamRole: undefined } }));
    const { platform, found, diagnostics } = load(rootOf({ two: other }));
    expect(platform).toBeDefined();
    expect(found).toEqual(['warning TL426 lock']);
    expect(diagnostics[0]?.help).toContain('aws iam update-assume-role-policy');
  });

  test('is let go when that is acknowledged by its path, and by no other', () => {
    const { load, lock } = ledger();
    const acknowledged = (what: string) => {
      lock(rootOf({ two: other, one: whole }), [{ what, reason: 'kept in AWS' }]);
      return load(rootOf({ two: other })).found;
    };
    expect(acknowledged(path)).toEqual(['warning TL426 lock']);
    expect(acknowledged('two/dev/place')).toContain('error TL426 lock');
  });

  test('has not left because something in it is wrong', () => {
    const { load, lock } = ledger();
    lock(rootOf({ one: whole }));
    const { found, diagnostics } = load(rootOf({ one: { ...whole, resourcePrefix: 'FIN' } }));
    expect(diagnostics.map(({ code }) => code)).toContain('TL204');
    expect(found).toEqual([]);
  });

  test('is not missed by a configuration on its way out', () => {
    const { load, lock } = ledger();
    lock(rootOf({ two: other, one: whole }));
    expect(load(rootOf({ two: other }), { ignoreLock: true }).found).toEqual([]);
  });
});
