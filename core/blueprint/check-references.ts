import type { Diagnostic } from '../../diagnostics/diagnostic';
import { expressionsIn } from '../provider/expression';
import type { Blueprint, StackBlueprint } from './blueprint';
import type { Element } from './element';
import { mapStrings } from './policy-document';

const references = /(?<![\w.])((?:data\.)?(?:aws|terraform)_[a-z0-9_]+\.[A-Za-z_][\w-]*)/g;

/** References to what the stack does not have: another stack's resources, or nothing. Terraform would stop at them. */
export function checkReferences({ stacks }: Blueprint): readonly Diagnostic[] {
  return stacks.flatMap((stack) => {
    const known = new Set(stack.elements.map(({ address }) => address));
    return stack.elements.flatMap((element) =>
      [...referredBy(element)]
        .filter((address) => !known.has(address))
        .map((address) => dangling(address, element, stack)),
    );
  });
}

function referredBy({ arguments: args, raw }: Element): ReadonlySet<string> {
  const found = new Set<string>();
  mapStrings([args, raw], (text) => {
    if (text.includes('${'))
      for (const { code } of expressionsIn(text))
        for (const [address] of code.matchAll(references)) found.add(address);
    return text;
  });
  return found;
}

function dangling(address: string, { address: from, origin }: Element, { id }: StackBlueprint): Diagnostic {
  return {
    severity: 'error',
    code: 'TL402',
    message: `${from} of stack "${id}" refers to ${address}, which the stack does not have`,
    help: 'Read what another stack publishes with `scope.parameter`, or correct the module.',
    ...(origin && { place: origin.place }),
  };
}
