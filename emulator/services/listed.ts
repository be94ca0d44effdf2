import type { Holding } from '../proxy/gap';
import type { Json } from '../proxy/request';
import { childText, elementsAt, parseXml } from '../proxy/xml';
import { listing, regional, type Lister, type Service } from './service';

/** Keys that are not waiting for their deletion, and the aliases that are not AWS's own. */
const listKms: Lister = async (moto, place) => {
  const found: Holding[] = [];
  const { Keys } = await moto.json(place, 'kms', 'TrentService.ListKeys');
  for (const { KeyId } of Keys as { KeyId: string }[]) {
    const { KeyMetadata } = await moto.json(place, 'kms', 'TrentService.DescribeKey', { KeyId });
    if ((KeyMetadata as Json)['KeyState'] === 'PendingDeletion') continue;
    found.push({ service: 'kms', type: 'key', id: regional(place, KeyId) });
  }
  const { Aliases } = await moto.json(place, 'kms', 'TrentService.ListAliases');
  for (const { AliasName } of Aliases as { AliasName: string }[]) {
    if (AliasName.startsWith('alias/aws/')) continue;
    found.push({ service: 'kms', type: 'alias', id: regional(place, AliasName) });
  }
  return found;
};

/** Topics and subscriptions. */
const listSns: Lister = async (moto, place) => {
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

const listLambda: Lister = async (moto, place) => {
  const { Functions } = JSON.parse(await moto.get(place, 'lambda', '/2015-03-31/functions/')) as Json;
  return ((Functions ?? []) as Json[]).map((one) => ({
    service: 'lambda',
    type: 'function',
    id: String(one['FunctionArn']),
  }));
};

const listEfs: Lister = async (moto, place) => {
  const answer = await moto.get(place, 'elasticfilesystem', '/2015-02-01/file-systems');
  const { FileSystems } = JSON.parse(answer) as Json;
  return ((FileSystems ?? []) as Json[]).map((one) => ({
    service: 'efs',
    type: 'file-system',
    id: regional(place, String(one['FileSystemId'])),
  }));
};

/** The services that moto does as AWS does, as far as is known: they have no gaps and are only listed. */
export const listedServices: readonly Service[] = [
  {
    name: 'dynamodb',
    list: listing('dynamodb', { type: 'table', target: 'DynamoDB_20120810.ListTables', list: 'TableNames' }),
  },
  { name: 'elasticfilesystem', list: listEfs },
  {
    name: 'events',
    list: listing(
      'events',
      { type: 'bus', target: 'AWSEvents.ListEventBuses', list: 'EventBuses', id: 'Name', builtIn: 'default' },
      { type: 'rule', target: 'AWSEvents.ListRules', list: 'Rules', id: 'Name' },
    ),
  },
  { name: 'kms', list: listKms },
  { name: 'lambda', list: listLambda },
  {
    name: 'logs',
    list: listing('logs', {
      type: 'group',
      target: 'Logs_20140328.DescribeLogGroups',
      list: 'logGroups',
      id: 'logGroupName',
    }),
  },
  {
    name: 'secretsmanager',
    list: listing('secretsmanager', {
      type: 'secret',
      target: 'secretsmanager.ListSecrets',
      list: 'SecretList',
      id: 'Name',
    }),
  },
  { name: 'sns', list: listSns },
  {
    name: 'ssm',
    list: listing('ssm', {
      type: 'parameter',
      target: 'AmazonSSM.DescribeParameters',
      list: 'Parameters',
      id: 'Name',
      body: { MaxResults: 50 },
    }),
  },
  {
    name: 'states',
    list: listing('states', {
      type: 'machine',
      target: 'AWSStepFunctions.ListStateMachines',
      list: 'stateMachines',
      id: 'name',
    }),
  },
];
