import { EntityNotFoundException, GetTableCommand, GlueClient } from '@aws-sdk/client-glue';
import type { ClientSettings } from '../../../core/module/questions';
import type { WaitingTable } from './waiting';

/** Whether Glue has a table. Rejected where it does not say. */
export async function tableExists(
  { dataset, table }: WaitingTable,
  client: ClientSettings,
): Promise<boolean> {
  const { account } = dataset.environment.location;
  try {
    await new GlueClient(client).send(
      // The account is named: in another one nothing would be found, which is no answer.
      new GetTableCommand({ CatalogId: account, DatabaseName: dataset.database, Name: table.name }),
    );
    return true;
  } catch (error) {
    if (error instanceof EntityNotFoundException) return false;
    throw error;
  }
}
