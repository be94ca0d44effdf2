import { stringify } from 'yaml';
import { synthFiles, synthModule } from '../../../support/synth';
import { least, organizationTeams, withTeams } from '../setting';
import { named, sales, withDatasets } from './setting';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly place?: { readonly file: string; readonly line: number };
}

const imported = (bucketName: string, more: object = {}) => ({
  team: 'DataScience',
  import: { bucketName, ...more },
});

async function errors(run: Promise<{ readonly diagnostics: readonly Found[] }>): Promise<readonly Found[]> {
  const all = await run.then(
    ({ diagnostics }) => diagnostics,
    (error: { diagnostics: readonly Found[] }) => error.diagnostics,
  );
  return all.filter(({ severity }) => severity === 'error');
}

/** Codes, each with the line of the YAML that it stands at. */
async function told(config: object): Promise<readonly (readonly [code: string, line: string | undefined])[]> {
  const lines = stringify(config).split('\n');
  const found = await errors(synthModule('environment', config, withTeams));
  return found.map(({ code, place }) => [code, lines[(place?.line ?? 0) - 1]?.trim()]);
}

const filters = (dataFilters: object) => ({ ...sales, dataFilters });

test.each([
  ['a team that is not here', { ...sales, team: 'DataSciense' }, 'TL308', 'team: DataSciense'],
  ['a folder twice', { ...sales, folders: { a: 'x/', b: 'x/' } }, 'TL103', 'b: x/'],
  ['a folder with dots', { ...sales, folders: { a: 'x/../y/' } }, 'TL204', 'a: x/../y/'],
  ['a folder with an empty part', { ...sales, folders: { a: 'x//y/' } }, 'TL204', 'a: x//y/'],
  [
    'a filter about rows and columns',
    filters({ both: { table: 'orders', rows: 'true', columns: ['id'] } }),
    'TL208',
    'both:',
  ],
  ['a filter about nothing', filters({ nothing: { table: 'orders' } }), 'TL208', 'nothing:'],
  ['a filter of no table', filters({ bad: { table: 'orderz', rows: 'true' } }), 'TL308', 'table: orderz'],
  [
    'a filter with no column',
    filters({ bad: { table: 'orders', columns: ['id', 'amounts'] } }),
    'TL308',
    '- amounts',
  ],
  [
    'two columns of one name',
    {
      ...sales,
      tables: {
        orders: {
          columns: [
            { name: 'id', type: 'int' },
            { name: 'id', type: 'string' },
          ],
        },
      },
    },
    'TL103',
    '- name: id',
  ],
  [
    'a key of AWS',
    imported('old-one', { kmsKeyAlias: 'alias/aws/s3' }),
    'TL204',
    'kmsKeyAlias: alias/aws/s3',
  ],
])('refused: %s', async (_what, dataset, code, line) => {
  expect(await told(withDatasets({ sales: dataset }))).toEqual([[code, line]]);
});

test('a filter may have columns of a table whose columns nobody knows yet', async () => {
  const config = withDatasets({ sales: filters({ some: { table: 'clicks', columns: ['anything'] } }) });
  expect(await told(config)).toEqual([]);
});

test('a dataset needs the permission of its team', async () => {
  const teams = { DataScience: { permissions: ['CREATE_NETWORK'] } };
  const config = { ...least, teams, datasets: { sales: { team: 'DataScience' } } };
  expect(await told(config)).toEqual([['TL420', 'sales:']]);
});

test('a bucket is of one dataset', async () => {
  const datasets = { one: imported('old-archive'), two: imported('old-archive') };
  const config = withDatasets(datasets);
  expect(await told(config)).toEqual([['TL502', 'bucketName: old-archive']]);
  const lines = stringify(config).split('\n');
  const [found] = await errors(synthModule('environment', config, withTeams));
  expect(found?.place?.line).toBe(lines.lastIndexOf('      bucketName: old-archive') + 1);
});

test('a database is of one dataset', async () => {
  const database = { glueDatabaseName: 'old' };
  const datasets = { one: imported('first-one', database), two: imported('second-one', database) };
  expect(await told(withDatasets(datasets))).toEqual([['TL502', 'glueDatabaseName: old']]);
});

test('a bucket that another dataset makes is not imported', async () => {
  const datasets = { sales, again: imported(`${named}-sales`) };
  expect(await told(withDatasets(datasets))).toEqual([['TL502', `bucketName: ${named}-sales`]]);
});

test('a bucket is of one dataset of all environments; databases of one name may be in two accounts', async () => {
  const module = { module_path: '@terralake/environment' };
  const two = (bucketOfSecond: string) => {
    const database = { glueDatabaseName: 'old' };
    const of = (bucket: string) => ({ ...withDatasets({ old: imported(bucket, database) }) });
    return synthFiles({
      'mdaa.yaml': {
        organization: 'test-org',
        organization_teams: organizationTeams,
        domains: {
          first: {
            environments: {
              dev: {
                account: '111111111111',
                region: 'eu-west-1',
                modules: { one: { ...module, module_configs: ['./one.yaml'] } },
              },
            },
          },
          second: {
            environments: {
              dev: {
                account: '222222222222',
                region: 'eu-west-1',
                modules: { two: { ...module, module_configs: ['./two.yaml'] } },
              },
            },
          },
        },
      },
      'one.yaml': of('old-archive'),
      'two.yaml': of(bucketOfSecond),
    });
  };
  const found = await errors(two('old-archive'));
  expect(found.map(({ code, place }) => [code, place?.file.split('/').at(-1)])).toEqual([
    ['TL502', 'two.yaml'],
  ]);
  expect(await errors(two('another-archive'))).toEqual([]);
});
