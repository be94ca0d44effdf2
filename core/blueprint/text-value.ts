import { escapeTemplate } from '../platform/escape';
import type { Text } from '../platform/text';
import { awaited } from './parameter';
import type { StackProvider } from './stack-provider';

/** A text as a Terraform string in a stack: literal parts escaped, references awaiting the link step. */
export function textValue(provider: StackProvider, text: Text): string {
  return text.parts
    .map((part) => {
      if (typeof part === 'string') return escapeTemplate(part);
      if (part.kind !== 'parameter') return provider[part.kind];
      provider.noteRead(part.path, part.place);
      return awaited('value', part.path);
    })
    .join('');
}
