import type { Text } from '../platform/text';
import type { EnvironmentStack } from './environment-stack';
import { escapeTemplate } from '../platform/escape';
import type { Linker } from './linker';

/** A text as a Terraform string in a stack: literal parts escaped, references as tokens of the link step. */
export function textValue(stack: EnvironmentStack, linker: Linker, text: Text): string {
  return text.parts
    .map((part) => {
      if (typeof part === 'string') return escapeTemplate(part);
      return part.kind === 'parameter' ? linker.token(stack, part.path) : stack.provider[part.kind];
    })
    .join('');
}
