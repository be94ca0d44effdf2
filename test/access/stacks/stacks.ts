import type { Blocks, StackSource } from '../../../access/stacks/stack-source';

/** A stack as it would be synthesized: its resources, data sources, and what else differs from a plain one. */
export function stack(resource: Blocks, more: Partial<StackSource> = {}): StackSource {
  return {
    id: 'lake-dev',
    account: '111111111111',
    region: 'eu-west-1',
    partition: 'aws',
    resource,
    data: {},
    tags: {},
    deployRoleArn: undefined,
    origins: new Map(),
    aliases: new Map(),
    ...more,
  };
}

/** A policy document as text. */
export function document(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

export const anything = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
