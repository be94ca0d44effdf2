import type { ModuleFinding } from '../../../core/module/define-module';
import type { Neighbourhood } from '../part';
import { datasetsOf, type DatasetFacts } from './facts';

/**
 * A bucket, and a database, is of one dataset: two owners would share the data without a word about it. Whose dataset
 * comes later in the platform is told.
 */
export function checkSharedThings({ own, all }: Neighbourhood): readonly ModuleFinding[] {
  const datasets = all.flatMap(datasetsOf);
  const mine = datasets.filter(({ environment }) => environment.path === own.path);
  return mine.flatMap((dataset) => {
    const earlier = datasets.slice(
      0,
      datasets.findIndex(({ path }) => path === dataset.path),
    );
    return [
      ...twice(
        dataset,
        earlier.find(({ bucket }) => bucket === dataset.bucket),
        'bucket',
      ),
      ...twice(
        dataset,
        earlier.find((other) => databaseOf(other) === databaseOf(dataset)),
        'database',
      ),
    ];
  });
}

/** Names of buckets are the world's, those of databases an account's and region's. */
function databaseOf({ environment: { location }, database }: DatasetFacts): string {
  return [location.account, location.region, database].join('/');
}

function twice(
  dataset: DatasetFacts,
  other: DatasetFacts | undefined,
  what: 'bucket' | 'database',
): readonly ModuleFinding[] {
  if (!other) return [];
  const option = what === 'bucket' ? 'bucketName' : 'glueDatabaseName';
  return [
    {
      severity: 'error',
      code: 'TL502',
      message: `the ${what} ${dataset[what]} is of the dataset ${other.path} already`,
      help: `Make one dataset of them, and share what others need of it.`,
      path: dataset.config.import ? [...dataset.from, 'import', option] : dataset.from,
    },
  ];
}
