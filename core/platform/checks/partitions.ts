import { error } from '../../config/report';
import type { Diagnostic } from '../../config/diagnostic';
import type { ConfigPath } from '../../config/locate';
import { foreignPartition, partitionOf } from '../partition';
import type { Located, Platform } from '../platform';
import { Text } from '../text';
import { modulesOf } from './words';

/** ARNs in the configuration of modules that are of another partition than the region they are deployed to. */
export function checkPartitions(platform: Platform): readonly Diagnostic[] {
  return modulesOf(platform).flatMap(foreignArns);
}

function foreignArns({ environment: { region }, module }: Located): readonly Diagnostic[] {
  const partition = partitionOf(region);
  if (region === undefined || partition === undefined) return [];
  return [...texts(module.config, [])].flatMap(({ text, path }) => {
    const foreign = foreignPartition(text, partition);
    if (foreign === undefined) return [];
    const message = `an ARN of the partition ${foreign} stands here, but ${region} is in ${partition}`;
    const help = `Write arn:${partition}:…, or arn:{{partition}}:….`;
    return [error('TL413', module.locate(path), message, help)];
  });
}

interface Found {
  readonly text: string;
  readonly path: ConfigPath;
}

/** Every text in a parsed configuration, with where it stands. */
function* texts(value: unknown, path: ConfigPath): Generator<Found> {
  if (typeof value === 'string') yield { text: value, path };
  else if (value instanceof Text) yield { text: value.describe(), path };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (value instanceof Map) for (const [key, item] of value) yield* texts(item, [...path, String(key)]);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
  }
}
