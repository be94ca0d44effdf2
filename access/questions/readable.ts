import type { ModelIndex } from './model-index';

/** Text with ids and ARNs of what the model knows replaced by the names that people use. */
export function readable(index: ModelIndex, text: string): string {
  return text.replace(idsAndArns, (found) => {
    const [id = '', sessions] = found.split(':*');
    if (id.startsWith('A')) {
      const label = index.principalById(id)?.label;
      return label === undefined
        ? found
        : sessions === undefined
          ? `the id of ${label}`
          : `sessions of ${label}`;
    }
    return index.principal(found)?.label ?? index.resource(found)?.label ?? found;
  });
}

const idsAndArns = /\bA(?:ROA|IDA)[A-Z0-9]{12,}(?::\*)?|arn:[^\s,;'"]+/g;
