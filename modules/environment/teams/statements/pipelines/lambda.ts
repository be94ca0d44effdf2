import type { Conditions, PolicyStatement } from '../../../../../aws/iam/statement';
import type { TeamFacts } from '../facts';
import { each, making, of, owned, prefixed, within } from '../scope';

/** Functions, without their policies and addresses: both would open them to others. */
export function lambda(facts: TeamFacts): readonly PolicyStatement[] {
  const functions = prefixed(facts, 'lambda', 'function:');
  return [
    {
      sid: 'LambdaList',
      actions: of(
        'lambda',
        ...[
          'GetAccountSettings',
          'ListEventSourceMappings',
          'ListFunctions',
          'ListLayerVersions',
          'ListLayers',
        ],
      ),
      resources: ['*'],
    },
    {
      sid: 'LambdaMake',
      actions: of('lambda', 'CreateFunction', 'TagResource'),
      resources: functions,
      conditions: making(facts),
    },
    {
      sid: 'LambdaOwn',
      actions: of(
        'lambda',
        // None of the verbs with a star takes tags off, or opens a function to others.
        ...['CreateAlias', 'Delete*', 'Get*', 'InvokeFunction', 'List*', 'PublishVersion'],
        ...['PutFunctionConcurrency', 'PutFunctionEventInvokeConfig', 'UpdateAlias', 'UpdateFunctionCode'],
        ...['UpdateFunctionConfiguration', 'UpdateFunctionEventInvokeConfig'],
      ),
      resources: functions,
      conditions: owned(facts),
    },
    ...mappings(facts, functions),
    {
      sid: 'LambdaLayers',
      actions: of('lambda', 'DeleteLayerVersion', 'GetLayerVersion', 'PublishLayerVersion'),
      resources: prefixed(facts, 'lambda', 'layer:'),
    },
  ];
}

/** What hands events to functions has an id, no name: it is bound by the function that it is for. */
function mappings(facts: TeamFacts, functions: readonly string[]): readonly PolicyStatement[] {
  const resources = within(facts, 'lambda', 'event-source-mapping:*');
  const forOwn = (conditions: Conditions): Conditions => ({
    ...conditions,
    ArnLike: { 'lambda:FunctionArn': functions },
  });
  return [
    {
      sid: 'LambdaMappingMake',
      actions: ['lambda:CreateEventSourceMapping'],
      resources: ['*'],
      conditions: forOwn(making(facts)),
    },
    { sid: 'LambdaMappingTag', actions: ['lambda:TagResource'], resources, conditions: making(facts) },
    {
      sid: 'LambdaMappingOwn',
      actions: ['Delete', 'Get', 'Update'].flatMap((verb) => each('lambda', verb, 'EventSourceMapping')),
      resources,
      conditions: forOwn(owned(facts)),
    },
  ];
}
