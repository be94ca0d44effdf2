import type { Place } from '../../proxy/moto-client';
import type { Holding } from '../../proxy/gap';
import type { Json } from '../../proxy/request';
import { regional, type Lister } from '../lister';

/** Glue's catalog: databases, their tables, and its account-wide settings where they are not the default. */
export const listGlue: Lister = async (moto, place) => {
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

function holding(place: Place, type: string, name: string): Holding {
  return { service: 'glue', type, id: regional(place, name) };
}
