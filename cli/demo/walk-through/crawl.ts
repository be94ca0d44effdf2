import { GetCrawlerCommand, GlueClient, StartCrawlerCommand } from '@aws-sdk/client-glue';
import { say } from '../../shared/report';
import { asRole } from '../clients';
import type { Step } from './tour';
import { moduleOf, parameter, publishes, rolePath } from './find';

/** Starts the crawler as data-admin and looks at what it runs with. The emulator's crawlers make no tables. */
export const crawl: Step = async (tour, check) => {
  const lake = moduleOf(tour, 'datalake');
  const crawler = moduleOf(tour, 'dataops-crawler');
  if (!lake || !crawler) return;
  const namePath = crawler.module.declaration.publishes.find((path) => path.includes('/crawler/name/'));
  const admin = rolePath(tour, lake.environment.domain, 'data-admin', 'arn');
  if (namePath === undefined || !publishes(tour, admin)) return;

  const glue = new GlueClient({
    ...(await asRole(tour.sandbox, await parameter(tour, admin), 'demo-admin')),
  });
  const Name = await parameter(tour, namePath);
  await glue.send(new StartCrawlerCommand({ Name }));
  const started = (await glue.send(new GetCrawlerCommand({ Name }))).Crawler;
  check(`started crawler ${Name}`, started?.State === 'RUNNING', started);
  const etl = rolePath(tour, lake.environment.domain, 'glue-etl', 'arn');
  if (publishes(tour, etl)) {
    const role = (await parameter(tour, etl)).split('/').at(-1) ?? '';
    check(`it runs as ${role}`, started?.Role?.split('/').at(-1) === role, started?.Role);
  }
  const target = started?.Targets?.S3Targets?.[0]?.Path ?? '';
  const bucket = await parameter(tour, lake.module.names.path('bucket/transformed/name'));
  check(
    `it reads ${target} into database ${started?.DatabaseName ?? ''}`,
    target.startsWith(`s3://${bucket}/`),
    started,
  );
  say(
    '    (on AWS it would now make two tables, yellow_tripdata_dim_payment and yellow_trip_data_dim_vendor)',
  );
};
