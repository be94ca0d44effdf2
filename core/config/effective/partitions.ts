import { foreignPartition, partitionOf } from '../../../aws/regions';
import { error, type Place, type Report } from '../../../diagnostics/diagnostic';
import type { ConfigNode } from '../node';

/** Says so where a configuration holds an ARN of another partition than that of the region it is deployed to. */
export function checkPartitions(node: ConfigNode, region: string | undefined, report: Report): void {
  if (node.kind === 'list') for (const item of node.items) checkPartitions(item, region, report);
  if (node.kind === 'map') {
    for (const [key, { keyPlace, value }] of node.entries) {
      checkPartition(key, keyPlace, region, report);
      checkPartitions(value, region, report);
    }
  }
  if (node.kind !== 'scalar' || typeof node.value === 'number' || typeof node.value === 'boolean') return;
  const { value, place } = node;
  const text = typeof value === 'string' ? value : value?.describe();
  if (text !== undefined) checkPartition(text, place, region, report);
}

/** The same for one text. */
export function checkPartition(text: string, place: Place, region: string | undefined, report: Report): void {
  const partition = partitionOf(region);
  const foreign = partition === undefined ? undefined : foreignPartition(text, partition);
  if (region === undefined || partition === undefined || foreign === undefined) return;
  const message = `an ARN of the partition ${foreign} stands here, but ${region} is in ${partition}`;
  report(error('TL413', place, message, `Write arn:${partition}:…, or arn:{{partition}}:….`));
}
