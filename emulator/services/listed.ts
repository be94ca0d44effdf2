import type { Holding } from '../proxy/gap';
import type { Json } from '../proxy/request';
import { childText, elementsAt, parseXml } from '../proxy/xml';
import { regional, type Lister } from './lister';

/** Locations and tags of Lake Formation; its settings are always there. */
export const listLakeFormation: Lister = async (moto, place) => {
  const post = async (path: string): Promise<Json> =>
    JSON.parse(await moto.get(place, 'lakeformation', path, 'POST', {})) as Json;
  const { ResourceInfoList } = await post('/ListResources');
  const { LFTags } = await post('/ListLFTags');
  const locations = ((ResourceInfoList ?? []) as Json[]).map((one) => ['location', one['ResourceArn']]);
  const tags = ((LFTags ?? []) as Json[]).map((one) => ['tag', one['TagKey']]);
  return [...locations, ...tags].map(([type, name]) => ({
    service: 'lakeformation',
    type: String(type),
    id: regional(place, String(name)),
  }));
};

/** Topics and subscriptions. */
export const listSns: Lister = async (moto, place) => {
  const of = async (action: string, list: string, type: string, id: string): Promise<Holding[]> => {
    const page = parseXml(await moto.query(place, 'sns', '2010-03-31', { Action: action }));
    return elementsAt(page, [list, 'member']).map((member) => ({
      service: 'sns',
      type,
      id: childText(member, id),
    }));
  };
  return [
    ...(await of('ListTopics', 'Topics', 'topic', 'TopicArn')),
    ...(await of('ListSubscriptions', 'Subscriptions', 'subscription', 'SubscriptionArn')),
  ];
};

/** Resource shares that are not deleted. */
export const listRam: Lister = async (moto, place) => {
  const body = { resourceOwner: 'SELF' };
  const { resourceShares } = JSON.parse(
    await moto.get(place, 'ram', '/getresourceshares', 'POST', body),
  ) as Json;
  return ((resourceShares ?? []) as Json[])
    .filter((share) => share['status'] !== 'DELETED')
    .map((share) => ({ service: 'ram', type: 'share', id: String(share['resourceShareArn']) }));
};

/** Functions. */
export const listLambda: Lister = async (moto, place) => {
  const { Functions } = JSON.parse(await moto.get(place, 'lambda', '/2015-03-31/functions/')) as Json;
  return ((Functions ?? []) as Json[]).map((one) => ({
    service: 'lambda',
    type: 'function',
    id: String(one['FunctionArn']),
  }));
};

/** File systems. */
export const listEfs: Lister = async (moto, place) => {
  const { FileSystems } = JSON.parse(
    await moto.get(place, 'elasticfilesystem', '/2015-02-01/file-systems'),
  ) as Json;
  return ((FileSystems ?? []) as Json[]).map((one) => ({
    service: 'efs',
    type: 'file-system',
    id: regional(place, String(one['FileSystemId'])),
  }));
};
