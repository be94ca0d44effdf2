import { AwsError } from '../../proxy/answer';
import type { Gap, GapContext, Holding } from '../../proxy/gap';
import type { Place } from '../../proxy/moto-client';
import type { Json } from '../../proxy/request';
import { listing, regional, type Lister, type Service } from '../service';
import { glueClassifiers } from './classifiers';
import { glueConnections } from './connections';
import { glueCrawlers, glueJobs } from './crawlers-jobs';

/** Glue: classifiers and connections, crawlers and jobs that can change, and a catalog that may have no policy. */
export function glue(context: GapContext): Service {
  return {
    name: 'glue',
    gaps: [
      glueClassifiers(context),
      glueConnections(context),
      glueCrawlers(context),
      glueJobs(context),
      glueResourcePolicy,
    ],
    list: async (moto, place) =>
      (await Promise.all([listCatalog(moto, place), listOthers(moto, place)])).flat(),
  };
}

/** moto answers nothing for a catalog without a policy; AWS says that it was not found. */
const glueResourcePolicy: Gap = {
  name: 'glue-resource-policy',
  matches: (request) => request.service === 'glue' && request.operation === 'GetResourcePolicy',
  async handle(request, forward) {
    const answer = await forward(request);
    if (answer.status >= 300) return answer;
    if ((JSON.parse(answer.body.toString()) as Json)['PolicyInJson']) return answer;
    throw new AwsError('EntityNotFoundException', 'Policy not found');
  },
};

/** Databases, their tables, and the catalog's account-wide settings where they are not the default. */
const listCatalog: Lister = async (moto, place) => {
  const { DatabaseList } = await moto.json(place, 'glue', 'AWSGlue.GetDatabases');
  const found: Holding[] = [];
  for (const { Name, TargetDatabase } of DatabaseList as { Name: string; TargetDatabase?: Json }[]) {
    found.push(holding(place, 'database', Name));
    if (TargetDatabase) continue;
    const { TableList } = await moto.json(place, 'glue', 'AWSGlue.GetTables', { DatabaseName: Name });
    for (const table of TableList as Json[])
      found.push(holding(place, 'table', `${Name}/${String(table['Name'])}`));
  }
  const encryption = await moto.json(place, 'glue', 'AWSGlue.GetDataCatalogEncryptionSettings');
  if (/SSE-KMS|"ReturnConnectionPasswordEncrypted":true/.test(JSON.stringify(encryption))) {
    found.push(holding(place, 'catalog encryption', 'on'));
  }
  const policy = await moto.json(place, 'glue', 'AWSGlue.GetResourcePolicy').catch(() => ({}) as Json);
  if (policy['PolicyInJson']) found.push(holding(place, 'resource policy', 'set'));
  return found;
};

const listOthers = listing(
  'glue',
  { type: 'crawler', target: 'AWSGlue.GetCrawlers', list: 'Crawlers', id: 'Name' },
  { type: 'job', target: 'AWSGlue.GetJobs', list: 'Jobs', id: 'Name' },
  { type: 'trigger', target: 'AWSGlue.GetTriggers', list: 'Triggers', id: 'Name' },
  {
    type: 'security configuration',
    target: 'AWSGlue.GetSecurityConfigurations',
    list: 'SecurityConfigurations',
    id: 'Name',
  },
);

function holding(place: Place, type: string, name: string): Holding {
  return { service: 'glue', type, id: regional(place, name) };
}
