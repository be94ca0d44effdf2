import { basename, dirname, resolve } from 'node:path';
import type * as z from 'zod';
import type { Site } from '../../aws/site';
import { error, Diagnostics, type Diagnostic, type Place } from '../../diagnostics/diagnostic';
import { templateScope } from './effective/scope';
import { literalText } from './effective/values';
import { type ConfigPath, placeAt } from './locate';
import { child, describeNode, jsonToNode } from './node';
import { Reader } from './read';
import { template } from './template/template';
import { validate } from './validate/validate';
import type { LoadOptions } from './load';

/** A file beside the root file, in the same language: references, context and places included. */
export interface Beside<T> {
  /** Undefined when there are errors. */
  readonly content: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Where a part of it is written. */
  readonly locate: (path: ConfigPath) => Place;
}

/** What `{{account}}`, `{{region}}` and `{{partition}}` mean; undefined where they could mean several. */
export interface Position extends Site {
  readonly partition: string;
}

/**
 * Reads a YAML file whose `{{org}}` and `{{context:…}}` are those of the root file, and whose position is given. Bad input gives diagnostics, never an exception.
 */
export function loadBeside<S extends z.ZodType>(
  options: Omit<LoadOptions, 'registry'>,
  file: string,
  schema: S,
  where: Position,
): Beside<z.output<S>> {
  const diagnostics = new Diagnostics();
  const report = (diagnostic: Diagnostic) => diagnostics.add(diagnostic);
  const rootFile = resolve(options.file);
  const folder = dirname(rootFile);
  const reader = new Reader(folder, report);
  const root = reader.root(basename(rootFile));
  const start: Place = { file, line: 1, column: 1 };
  const node = reader.named(resolve(folder, file), start);
  if (node && node.kind !== 'map') {
    const message = `the content is ${describeNode(node)}, not a map of keys`;
    report(error('TL202', node.place, message, 'Write keys with their values.'));
  }
  if (root?.kind !== 'map' || node?.kind !== 'map') {
    return { content: undefined, diagnostics: diagnostics.all, locate: () => start };
  }
  const overrides = new Map(
    Object.entries(options.context ?? {}).map(([key, value]) => [key, jsonToNode(value, root.place)]),
  );
  const platform = { organization: '', overrides, variables: options.environment ?? {}, report };
  const position = { levels: [root], target: where };
  const organization = literalText(child(root, 'organization'), templateScope(platform, position)) ?? '';
  const scope = templateScope({ ...platform, organization }, position);
  const words = new Map([...scope.words, ['partition', { literal: where.partition }] as const]);
  const resolved = template(node, { ...scope, words });
  const valid =
    resolved.kind === 'map' && !diagnostics.hasErrors
      ? validate(resolved, schema, resolved.place, folder, report)
      : undefined;
  return {
    content: diagnostics.hasErrors ? undefined : (valid?.config as z.output<S> | undefined),
    diagnostics: diagnostics.all,
    locate: (path) => placeAt(valid?.node ?? node, path, node.place),
  };
}
