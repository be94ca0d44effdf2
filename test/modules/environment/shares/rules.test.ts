import { accepting, diagnosticsOf, reporting, sales, type TwoEnvironments } from './platform';

const items = { bucket: true };
const toReporting = { dataset: 'sales', with: { consumptionRole: 'reporting' }, items };
const fromLab = { dataset: 'shared/dev/finance/sales', with: { team: 'Analysts' }, items };
const consent = { permissions: ['Read', 'Write', 'Modify'] };

/** A share `s` of the finance environment, and one `s` of the lab's, both accepted. */
const shares = (own?: object, lab?: object): TwoEnvironments => ({
  finance: {
    datasets: {
      sales: accepting({
        ...(own && { 'shared/dev/finance/s': consent }),
        ...(lab && { 'research/dev/lab/s': consent }),
      }),
    },
    ...(own && { shares: { s: own } }),
  },
  ...(lab && { lab: { shares: { s: lab } } }),
});

/** Changes to the file of the finance environment beside those of {@link shares}. */
const finance = (changes: TwoEnvironments, more: object): TwoEnvironments => ({
  ...changes,
  finance: { ...changes.finance, ...more },
});

const teams = (...permissions: readonly string[]) => ({
  teams: { DataScience: {}, Analysts: { permissions: ['RUN_ATHENA_QUERY', ...permissions] } },
});

const imported = { ...sales, import: { bucketName: 'old-sales' } };

test.each<readonly [what: string, changes: TwoEnvironments]>([
  ['a share of the own account', shares(toReporting)],
  ['a share across accounts', shares(undefined, fromLab)],
])('nothing is said against %s', async (_what, changes) => {
  expect((await diagnosticsOf(changes)).filter((text) => /TL(204|308|42\d)/.test(text))).toEqual([]);
});

test.each<readonly [what: string, changes: TwoEnvironments, expected: string]>([
  ['a dataset that is not there', shares({ ...toReporting, dataset: 'sale' }), 'TL308: dataset: sale'],
  [
    'a dataset of another environment that is not there',
    shares(undefined, { ...fromLab, dataset: 'shared/dev/finance/sale' }),
    'TL308: dataset: shared/dev/finance/sale',
  ],
  [
    'a team that is not of the environment',
    shares(undefined, { ...fromLab, with: { team: 'DataScience' } }),
    'TL308: team: DataScience',
  ],
  [
    'a consumption role that is not registered',
    shares({ ...toReporting, with: { consumptionRole: 'reports' } }),
    'TL308: consumptionRole: reports',
  ],
  [
    'an end on a day that no calendar has',
    shares({ ...toReporting, expires: '2027-02-30' }),
    'TL204: expires: 2027-02-30',
  ],
  ['no items', shares({ ...toReporting, items: {} }), 'TL427: items: {}'],
  [
    'no items but empty lists',
    shares({ ...toReporting, items: { bucket: false, tables: [] } }),
    'TL427: items:',
  ],
  ['an unknown folder', shares({ ...toReporting, items: { folders: ['bills'] } }), 'TL308: - bills'],
  ['an unknown table', shares({ ...toReporting, items: { tables: ['order'] } }), 'TL308: - order'],
  ['an unknown data filter', shares({ ...toReporting, items: { dataFilters: ['eu'] } }), 'TL308: - eu'],
  [
    'a team without CREATE_SHARE_OBJECT',
    finance(
      shares({ ...toReporting, with: { team: 'Analysts' } }),
      teams('ADD_ENVIRONMENT_CONSUMPTION_ROLES'),
    ),
    'TL420: with:',
  ],
  [
    'a consumption role of a team without CREATE_SHARE_OBJECT',
    finance(shares(toReporting), teams('ADD_ENVIRONMENT_CONSUMPTION_ROLES')),
    'TL420: with:',
  ],
  [
    'the team that owns the dataset',
    shares({ ...toReporting, with: { team: 'DataScience' } }),
    'TL427: with:',
  ],
  [
    'another region',
    { ...shares(undefined, fromLab), labTarget: { region: 'eu-central-1' } },
    'TL427: dataset: shared/dev/finance/sales',
  ],
  [
    'Write in another account',
    shares(undefined, { ...fromLab, permissions: ['Read', 'Write'] }),
    'TL427: permissions:',
  ],
  [
    'Modify in another account',
    shares(undefined, { ...fromLab, permissions: ['Modify'] }),
    'TL427: permissions:',
  ],
  [
    'an imported bucket in another account',
    finance(shares(undefined, fromLab), {
      datasets: { sales: { ...imported, accepts: { 'research/dev/lab/s': consent } } },
    }),
    'TL427: items:',
  ],
  [
    'data filters for writing',
    shares({ ...toReporting, items: { dataFilters: ['eu_only'] }, permissions: ['Write'] }),
    'TL427: dataFilters:',
  ],
  [
    'a folder that is a pattern',
    finance(shares({ ...toReporting, items: { folders: ['all'] } }), {
      datasets: {
        sales: { ...sales, folders: { all: 'in*/' }, accepts: { 'shared/dev/finance/s': consent } },
      },
    }),
    'TL427: folders:',
  ],
])('is refused: %s', async (_what, changes, expected) => {
  expect(await diagnosticsOf(changes)).toContain(`error ${expected}`);
});

describe('consent', () => {
  const asked = (accepts: object, share: object = toReporting, asOf = '2027-01-01'): TwoEnvironments => ({
    finance: { datasets: { sales: accepting(accepts) }, shares: { s: share } },
    synthesize: { asOf },
  });

  test('what waits for it is noted, with the line to add', async () => {
    expect(await diagnosticsOf(asked({}))).toContain('note TL427: s:');
    const partly = asked(
      { 'shared/dev/finance/s': { permissions: ['Read'] } },
      { ...toReporting, permissions: ['Read', 'Write'] },
    );
    expect(await diagnosticsOf(partly)).toContain('note TL427: s:');
  });

  test('for somebody else, or for less than is asked, is noted', async () => {
    const accepts = (more: object) => ({ 'shared/dev/finance/s': { ...consent, ...more } });
    const { with: who } = toReporting;
    const note = 'note TL427: s:';
    expect(await diagnosticsOf(asked(accepts({ with: who, items })))).not.toContain(note);
    expect(await diagnosticsOf(asked(accepts({ with: { team: 'Analysts' } })))).toContain(note);
    const wider = { ...toReporting, items: { bucket: true, tables: ['orders'] } };
    expect(await diagnosticsOf(asked(accepts({ with: who, items }), wider))).toContain(note);
  });

  test('to a share that is not there is told, and to one of another dataset', async () => {
    const line = 'warning TL308: shared/dev/finance/t:';
    expect(await diagnosticsOf(asked({ 'shared/dev/finance/t': consent }))).toContain(line);
    const other = {
      finance: {
        datasets: { sales, other: accepting({ 'shared/dev/finance/s': consent }) },
        shares: { s: toReporting },
      },
    };
    expect(await diagnosticsOf(other)).toContain('warning TL308: shared/dev/finance/s:');
  });

  test('what has ended is told, by the day of the request or of the consent', async () => {
    const until = { 'shared/dev/finance/s': { ...consent, until: '2027-06-30' } };
    const expiring = { ...toReporting, expires: '2027-06-30' };
    const accepts = { 'shared/dev/finance/s': consent };
    const warnings = async (changes: TwoEnvironments) =>
      (await diagnosticsOf(changes)).filter((text) => text.startsWith('warning TL427'));
    expect(await warnings(asked(accepts, expiring, '2027-06-29'))).toEqual([]);
    expect(await warnings(asked(accepts, expiring, '2027-06-30'))).toHaveLength(1);
    expect(await warnings(asked(until, toReporting, '2027-06-29'))).toEqual([]);
    expect(await warnings(asked(until, toReporting, '2027-06-30'))).toHaveLength(1);
  });
});

test.each([
  ['partial', 'note TL427: reporting:'],
  ['full', undefined],
  ['external', undefined],
])('policies that somebody else attaches are noted: %s', async (management, expected) => {
  const changes = finance(shares(toReporting), {
    consumptionRoles: { reporting: { ...reporting, management } },
  });
  const notes = (await diagnosticsOf(changes)).filter((text) => text.startsWith('note TL427'));
  expect(notes).toEqual(expected === undefined ? [] : [expected]);
});

test('of an environment with errors nothing else is said: neither its datasets nor its shares are unknown', async () => {
  const wrong = { resourcePrefix: 'Fin' };
  const asking = {
    finance: { ...wrong, datasets: { sales } },
    lab: {
      shares: {
        s: { dataset: 'shared/dev/finance/sales', with: { team: 'ResearchAdmin' }, items: { bucket: true } },
      },
    },
  };
  expect((await diagnosticsOf(asking)).filter((text) => text.includes('TL308'))).toEqual([]);
  const consenting = {
    finance: { datasets: { sales: accepting({ 'research/dev/lab/s': consent }) } },
    lab: wrong,
  };
  expect((await diagnosticsOf(consenting)).filter((text) => text.includes('TL308'))).toEqual([]);
});
