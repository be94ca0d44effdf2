import { dirname, resolve } from 'node:path';
import { RelativePath } from '../platform/named-file';
import { Text } from '../platform/text';
import type { ConfigNode, ScalarNode } from './node';

/**
 * Drops the places: plain objects and lists for a schema. With a folder, strings that start with
 * `./` or `../` become {@link RelativePath}s, relative to the file that they are written in.
 */
export function toPlain(node: ConfigNode, rootFolder?: string): unknown {
  switch (node.kind) {
    case 'scalar':
      return plainScalar(node, rootFolder);
    case 'list':
      return node.items.map((item) => toPlain(item, rootFolder));
    case 'map':
      return Object.fromEntries(
        [...node.entries].map(([key, entry]) => [key, toPlain(entry.value, rootFolder)]),
      );
  }
}

function plainScalar(node: ScalarNode, rootFolder: string | undefined): unknown {
  const value = node.value instanceof Text ? (node.value.literal ?? node.value) : node.value;
  if (rootFolder !== undefined && typeof value === 'string' && /^\.\.?\//.test(value)) {
    return new RelativePath(value, resolve(rootFolder, dirname(node.place.file)));
  }
  return value;
}
