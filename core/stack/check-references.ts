interface Blocks {
  readonly [type: string]: { readonly [id: string]: unknown };
}

/**
 * Every reference in a stack's JSON must be to something in the same stack. A token of another stack would
 * otherwise become a reference to nothing.
 * @throws Error naming the reference
 */
export function checkReferences(stack: string, json: Readonly<Record<string, unknown>>): void {
  const resources = (json.resource ?? {}) as Blocks;
  const data = (json.data ?? {}) as Blocks;
  for (const [, expression = ''] of JSON.stringify(json).matchAll(expressions)) {
    for (const [reference, isData, type = '', id = ''] of expression.matchAll(references)) {
      const known = isData === undefined ? resources[type]?.[id] : data[type]?.[id];
      if (known === undefined)
        throw new Error(`stack "${stack}" refers to ${reference}, which it does not have`);
    }
  }
}

// Up to the closing brace is enough: an address holds none. `$${` is text.
const expressions = /(?<!\$)\$\{([^}]*)\}/g;
const references = /(?<![\w.])(data\.)?((?:aws|terraform)_[a-z0-9_]+)\.([A-Za-z_][\w-]*)/g;
