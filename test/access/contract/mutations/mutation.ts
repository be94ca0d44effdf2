import type { StackSource } from '../../../../access/stacks/stack-source';

/** A file of the kit, by its name, as text. */
export type Files = Record<string, string>;

export interface Statement {
  Sid?: string;
  Effect: string;
  Principal?: unknown;
  Action?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** Changes the kit's YAML, or what was synthesized of it. */
export type Edit =
  { readonly yaml: (files: Files) => void } | { readonly json: (stacks: readonly StackSource[]) => void };

/** A dangerous edit, the rule that must catch it, and an edit that looks like it and harms nobody. */
export interface Mutation {
  readonly name: string;
  /** What the id of a rule begins with. */
  readonly caughtBy: string;
  readonly dangerous: Edit;
  readonly twinName: string;
  readonly twin: Edit;
}

/** Replaces text in a file of the kit, all of it. @throws when there is none */
export function replace(file: string, from: string, to: string): Edit {
  return {
    yaml: (files) => {
      const text = files[file] ?? '';
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      files[file] = text.replaceAll(from, to);
    },
  };
}

/** Changes the statements of a policy document of a resource, given as `<stack>/<type>.<id>`. */
export function statements(
  resource: string,
  change: (statements: Statement[]) => Statement[],
  attribute = 'policy',
): Edit {
  return argument(resource, (block) => {
    const document = JSON.parse(block[attribute] as string) as { Statement: Statement[] };
    const changed = change(document.Statement);
    block[attribute] = JSON.stringify({ ...document, Statement: changed });
  });
}

/** Changes one statement, known by its Sid. */
export function statement(
  resource: string,
  sid: string,
  change: (statement: Statement) => Statement[],
): Edit {
  return statements(resource, (all) => {
    if (!all.some(({ Sid }) => Sid === sid)) throw new Error(`${resource} has no ${sid}`);
    return all.flatMap((one) => (one.Sid === sid ? change(one) : [one]));
  });
}

/** Changes the arguments of a resource. */
export function argument(resource: string, change: (block: Record<string, unknown>) => void): Edit {
  const [stack, address = ''] = resource.split('/');
  const [type = '', id = ''] = address.split('.');
  return {
    json: (stacks) => {
      const block = stacks.find((one) => one.id === stack)?.resource[type]?.[id];
      if (!block) throw new Error(`there is no ${resource}`);
      change(block as Record<string, unknown>);
    },
  };
}

/** Adds a resource. */
export function resource(name: string, block: Record<string, unknown>): Edit {
  const [stack, address = ''] = name.split('/');
  const [type = '', id = ''] = address.split('.');
  return {
    json: (stacks) => {
      const all = stacks.find((one) => one.id === stack)?.resource as Record<string, Record<string, unknown>>;
      all[type] = { ...all[type], [id]: block };
    },
  };
}

/** Removes a resource. */
export function without(name: string): Edit {
  const [stack, address = ''] = name.split('/');
  const [type = '', id = ''] = address.split('.');
  return {
    json: (stacks) => {
      const all = stacks.find((one) => one.id === stack)?.resource as Record<string, Record<string, unknown>>;
      if (!all[type]?.[id]) throw new Error(`there is no ${name}`);
      all[type] = Object.fromEntries(Object.entries(all[type]).filter(([key]) => key !== id));
    },
  };
}

/** Several edits of one kind. */
export function both(...edits: readonly Edit[]): Edit {
  return {
    json: (stacks) => {
      for (const edit of edits) if ('json' in edit) edit.json(stacks);
    },
  };
}
