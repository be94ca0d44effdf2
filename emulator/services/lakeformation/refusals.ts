import { AwsError } from '../../proxy/answer';
import type { MotoClient, Place } from '../../proxy/moto-client';
import type { Json } from '../../proxy/request';
import { tagged } from '../../proxy/xml';

/** Refuses a principal of this account that does not exist, as AWS does. */
export async function refuseUnknownPrincipal(
  moto: MotoClient,
  place: Place,
  principal: string,
): Promise<void> {
  const [, account, kind, path] = /^arn:[^:]+:iam::(\d{12}):(role|user)\/(.+)$/.exec(principal) ?? [];
  if (account !== place.account || !kind || !path) return;
  const name = path.split('/').at(-1) ?? '';
  const parameters =
    kind === 'role' ? { Action: 'GetRole', RoleName: name } : { Action: 'GetUser', UserName: name };
  const answer = await moto.query(place, 'iam', '2010-05-08', parameters).catch(() => '');
  if (tagged(answer, 'Arn')[0] !== principal) throw invalid(`Invalid principal: ${principal}`);
}

/** Refuses a grant on a location that neither it nor a folder above it is registered. */
export async function refuseUnregisteredLocation(
  moto: MotoClient,
  place: Place,
  resource: Json,
): Promise<void> {
  const location = (resource['DataLocation'] as Json | undefined)?.['ResourceArn'];
  if (typeof location !== 'string') return;
  const answer = await moto.get(place, 'lakeformation', '/ListResources', 'POST', {});
  const { ResourceInfoList: known = [] } = JSON.parse(answer) as {
    ResourceInfoList?: { ResourceArn: string }[];
  };
  const isUnder = (parent: string): boolean => `${location}/`.startsWith(`${parent.replace(/\/$/, '')}/`);
  // Without AWS's own words, at which the provider waits for two minutes: a wrong order must fail, not heal.
  if (!known.some((entry) => isUnder(entry.ResourceArn)))
    throw invalid(`Resource is not registered: ${location}`);
}

/** Refuses a grant on a database or table that does not exist. */
export async function refuseUnknownTarget(moto: MotoClient, place: Place, resource: Json): Promise<void> {
  const database = resource['Database'] as Json | undefined;
  const table = (resource['Table'] ?? resource['TableWithColumns']) as Json | undefined;
  const target = database ?? table;
  if (!target || isElsewhere(target, place)) return;
  const name = database ? database['Name'] : table?.['DatabaseName'];
  await glue(moto, place, 'GetDatabase', { Name: name }, 'Database not found.');
  if (!table || table['TableWildcard'] || table['Name'] === undefined) return;
  await glue(moto, place, 'GetTable', { DatabaseName: name, Name: table['Name'] }, 'Table not found.');
}

function isElsewhere(target: Json, place: Place): boolean {
  return typeof target['CatalogId'] === 'string' && target['CatalogId'] !== place.account;
}

async function glue(
  moto: MotoClient,
  place: Place,
  operation: string,
  body: Json,
  refusal: string,
): Promise<void> {
  await moto.json(place, 'glue', `AWSGlue.${operation}`, body).catch((error: unknown) => {
    const isMissing = error instanceof AwsError && error.code === 'EntityNotFoundException';
    throw isMissing ? new AwsError('EntityNotFoundException', refusal) : error;
  });
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidInputException', message);
}
