import type { StackBlueprint } from '../../blueprint/blueprint';
import type { Element } from '../../blueprint/element';
import { attributesOf, type Block, rawOf } from '../attributes';
import { backendOf } from '../backend';

/** The version of CDKTF that the bytes are those of. */
export const cdktfVersion = '0.21.0';

type Blocks = Record<string, Record<string, Block>>;

/** Terraform's JSON of a stack, as CDKTF writes it, its metadata included. */
export function stackJson(stack: StackBlueprint): Block {
  const backend = backendOf(stack.plan);
  const kinds: Readonly<Record<'resource' | 'data', Blocks>> = { resource: {}, data: {} };
  for (const element of stack.elements) {
    (kinds[element.type.kind][element.type.type] ??= {})[element.id] = blockOf(stack.id, element);
  }
  const raw = { ...backend.block, ...backend.raw };
  return {
    '//': { metadata: metadataOf(stack), outputs: {} },
    terraform: {
      ...(backend.kind === 'cloud' ? { cloud: raw } : { backend: { [backend.kind]: raw } }),
      required_providers: Object.fromEntries(
        stack.providers.map(({ provider: { name, source, version } }) => [name, { source, version }]),
      ),
    },
    provider: providersOf(stack),
    ...(Object.keys(kinds.resource).length > 0 && { resource: kinds.resource }),
    ...(Object.keys(kinds.data).length > 0 && { data: kinds.data }),
    ...(stack.variables.length > 0 && { variable: variablesOf(stack) }),
  };
}

function blockOf(stack: string, element: Element): Block {
  const { id, path } = element;
  return {
    ...attributesOf(element),
    ...rawOf(element),
    '//': { metadata: { path: [stack, ...path].join('/'), uniqueId: id } },
  };
}

function providersOf({ providers }: StackBlueprint): Block {
  const blocks: Record<string, Block[]> = {};
  for (const { provider, alias, arguments: args } of providers)
    (blocks[provider.name] ??= []).push({ ...args, ...(alias !== undefined && { alias }) });
  return blocks;
}

function variablesOf({ variables }: StackBlueprint): Block {
  return Object.fromEntries(
    variables.map(({ id, type, description, default: value }) => [id, { type, description, default: value }]),
  );
}

function metadataOf(stack: StackBlueprint): Block {
  const backend = backendOf(stack.plan);
  const overrides: Record<string, string[]> = {};
  const note = (key: string, raw: Block) => {
    if (Object.keys(raw).length > 0) (overrides[key] ??= []).push(...Object.keys(raw));
  };
  for (const element of stack.elements)
    if (element.type.kind === 'resource') note(element.type.type, rawOf(element));
  note('backend', backend.raw);
  return {
    backend: backend.kind,
    ...(backend.cloud !== undefined && { cloud: backend.cloud }),
    ...(Object.keys(overrides).length > 0 && { overrides }),
    stackName: stack.id,
    version: cdktfVersion,
  };
}
