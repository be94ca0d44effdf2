import { parameters, resource, resources, synthModule } from '../../support/synth';
import { crawlers, prefix, project } from './crawlers';

const ofProject = (crawler = {}, added = {}) => {
  const { crawlers: all } = crawlers({ databaseName: 'project:databaseName/Sales', ...crawler });
  return { projectName: 'etl', crawlers: { Daily: all.sales }, ...added };
};

async function codes(config: unknown, setting = {}): Promise<readonly string[]> {
  const diagnostics = await synthModule('dataops-crawler', config, setting).then(
    (result) => result.diagnostics as readonly { code: string }[],
    (error: { diagnostics: readonly { code: string }[] }) => error.diagnostics,
  );
  return diagnostics.map(({ code }) => code).filter((code) => code !== 'TL306' && code !== 'TL702');
}

test('a crawler of a project takes what it needs from there', async () => {
  const { json } = await synthModule('dataops-crawler', ofProject(), project);
  expect(resource(json, 'aws_glue_crawler')).toMatchObject({
    name: `${prefix}-daily`,
    database_name: '${aws_glue_catalog_database.etl__database__Sales.name}',
    security_configuration: '${aws_glue_security_configuration.etl__security-configuration.name}',
  });
});

test('its name is published under the project, its case kept', async () => {
  const { json } = await synthModule('dataops-crawler', ofProject(), project);
  const own = Object.entries(parameters(json)).filter(([path]) => path.includes('/crawler/'));
  expect(own).toEqual([
    ['/test-org/test-domain/etl/crawler/name/Daily', '${aws_glue_crawler.test-module__Daily.name}'],
  ]);
});

test('without a project nothing is published, and without a topic nothing is watched', async () => {
  const { json } = await synthModule('dataops-crawler', crawlers());
  expect(parameters(json)).toEqual({});
  expect(resources(json, 'aws_cloudwatch_event_rule')).toEqual({});
});

test('failures go to the topic', async () => {
  const { json } = await synthModule('dataops-crawler', ofProject(), project);
  const { name, event_pattern } = resource(json, 'aws_cloudwatch_event_rule');
  expect(name).toBe(`${prefix}-daily-monitor`);
  expect(JSON.parse(event_pattern)).toEqual({
    source: ['aws.glue'],
    'detail-type': ['Glue Crawler State Change'],
    detail: { crawlerName: [`${prefix}-daily`], state: ['Failed'] },
  });
});

test('a long name of a rule is shortened', async () => {
  const config = crawlers({}, { notificationTopicArn: 'arn:topic' });
  const { json } = await synthModule('dataops-crawler', {
    ...config,
    crawlers: { ['long'.repeat(10)]: config.crawlers.sales },
  });
  expect(resource(json, 'aws_cloudwatch_event_rule').name.length).toBeLessThan(65);
});

test('references inside a longer target path are resolved', async () => {
  const target = { s3Targets: [{ path: 's3://{{resolve:ssm:/test-org/test-domain/etl/bucket/name}}/data' }] };
  const { json } = await synthModule('dataops-crawler', ofProject({ targets: target }), project);
  expect(resource(json, 'aws_glue_crawler').s3_target).toEqual([
    { path: 's3://${aws_s3_bucket_policy.etl__bucket.bucket}/data' },
  ]);
});

test.each<[string, unknown, readonly string[]]>([
  ['the defaults of a project are no findings', ofProject(), []],
  ['a deployment role', ofProject({}, { deploymentRoleArn: 'arn:role' }), ['TL602']],
  ['another bucket than that of the project', ofProject({}, { bucketName: 'mine' }), ['TL602']],
  ['no target', ofProject({ targets: {} }), ['TL203']],
  ['only empty targets', ofProject({ targets: { s3Targets: [] } }), ['TL203']],
  ['an unknown behaviour', ofProject({ recrawlBehavior: 'ALWAYS' }), ['TL204']],
  ['an unknown name of the project', ofProject({ databaseName: 'project:databaseName/none' }), ['TL305']],
  [
    'an unknown project',
    ofProject({}, { projectName: 'none' }),
    ['TL305', 'TL305', 'TL305', 'TL305', 'TL305'],
  ],
])('%s', async (_what, config, expected) => {
  expect(await codes(config, project)).toEqual(expected);
});

test('neither project nor security configuration', async () => {
  expect(await codes({ crawlers: crawlers().crawlers })).toEqual(['TL203']);
});
