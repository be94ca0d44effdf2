import type { MotoClient, Place } from '../proxy/moto-client';
import type { Holding } from '../proxy/gap';
import type { Json } from '../proxy/request';
import { regional, type Lister } from './lister';

interface Listing {
  readonly service: string;
  readonly type: string;
  readonly target: string;
  /** Where the answer has its entries, and which of their fields names them; none where they are names. */
  readonly list: string;
  readonly id?: string;
  readonly body?: Json;
  /** The one that every account has by itself. */
  readonly builtIn?: string;
}

const CLOUDTRAIL = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101';

const LISTINGS: readonly Listing[] = [
  {
    service: 'athena',
    type: 'workgroup',
    target: 'AmazonAthena.ListWorkGroups',
    list: 'WorkGroups',
    id: 'Name',
    builtIn: 'primary',
  },
  { service: 'athena', type: 'named query', target: 'AmazonAthena.ListNamedQueries', list: 'NamedQueryIds' },
  {
    service: 'cloudtrail',
    type: 'trail',
    target: `${CLOUDTRAIL}.DescribeTrails`,
    list: 'trailList',
    id: 'TrailARN',
  },
  { service: 'dynamodb', type: 'table', target: 'DynamoDB_20120810.ListTables', list: 'TableNames' },
  {
    service: 'events',
    type: 'bus',
    target: 'AWSEvents.ListEventBuses',
    list: 'EventBuses',
    id: 'Name',
    builtIn: 'default',
  },
  { service: 'events', type: 'rule', target: 'AWSEvents.ListRules', list: 'Rules', id: 'Name' },
  { service: 'glue', type: 'crawler', target: 'AWSGlue.GetCrawlers', list: 'Crawlers', id: 'Name' },
  { service: 'glue', type: 'job', target: 'AWSGlue.GetJobs', list: 'Jobs', id: 'Name' },
  { service: 'glue', type: 'trigger', target: 'AWSGlue.GetTriggers', list: 'Triggers', id: 'Name' },
  {
    service: 'glue',
    type: 'security configuration',
    target: 'AWSGlue.GetSecurityConfigurations',
    list: 'SecurityConfigurations',
    id: 'Name',
  },
  {
    service: 'logs',
    type: 'group',
    target: 'Logs_20140328.DescribeLogGroups',
    list: 'logGroups',
    id: 'logGroupName',
  },
  {
    service: 'secretsmanager',
    type: 'secret',
    target: 'secretsmanager.ListSecrets',
    list: 'SecretList',
    id: 'Name',
  },
  { service: 'sqs', type: 'queue', target: 'AmazonSQS.ListQueues', list: 'QueueUrls' },
  {
    service: 'ssm',
    type: 'parameter',
    target: 'AmazonSSM.DescribeParameters',
    list: 'Parameters',
    id: 'Name',
    body: { MaxResults: 50 },
  },
  {
    service: 'states',
    type: 'machine',
    target: 'AWSStepFunctions.ListStateMachines',
    list: 'stateMachines',
    id: 'name',
  },
];

/** The services that are covered here. */
export const jsonServices = [...new Set(LISTINGS.map(({ service }) => service))];

/** The services that list everything of a type in one call, page by page. */
export const listJsonServices: Lister = async (moto, place) =>
  (await Promise.all(LISTINGS.map((listing) => entries(moto, place, listing)))).flat();

async function entries(moto: MotoClient, place: Place, listing: Listing): Promise<Holding[]> {
  const { service, type, target, list, id, builtIn } = listing;
  const found: Holding[] = [];
  let token: Json = {};
  do {
    const page = await moto.json(place, service, target, { ...listing.body, ...token });
    for (const entry of (page[list] ?? []) as unknown[]) {
      const name = id ? (entry as Json)[id] : entry;
      if (name !== builtIn) found.push({ service, type, id: regional(place, String(name)) });
    }
    token = nextPage(page);
  } while (Object.keys(token).length > 0);
  return found;
}

function nextPage(page: Json): Json {
  const name = ['NextToken', 'nextToken'].find((key) => page[key]);
  return name ? { [name]: page[name] } : {};
}
