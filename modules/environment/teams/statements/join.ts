import type { PolicyStatement } from '../../../../aws/iam/statement';

/**
 * Which statements become one, because they ask for the same. Conditions are most of their text, and a role has room
 * for ten policies. Each of them names prefixed resources of its own service only, so none of them grows.
 */
const parts: Readonly<Record<string, readonly string[]>> = {
  Make: ['CloudFormation', 'Secrets', 'Parameters', 'Queues', 'CatalogDatabase', 'Glue'].map(making),
  Own: [
    ...['CloudFormation', 'Secrets', 'Parameters', 'Queues', 'CatalogDatabase', 'CatalogConnection', 'Glue'],
  ].map(owning),
  PipelinesMake: ['CodeCommit', 'CodePipeline', 'CodeBuild', 'Lambda', 'States'].map(making),
  PipelinesOwn: ['CodeCommit', 'CodePipeline', 'CodeBuild', 'Lambda', 'States'].map(owning),
};

function making(concern: string): string {
  return `${concern}Make`;
}

function owning(concern: string): string {
  return `${concern}Own`;
}

/** Statements with the same conditions as one. */
export function joined(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const wholes = Object.entries(parts).flatMap(([sid, names]) => {
    const found = statements.filter((statement) => names.includes(statement.sid ?? ''));
    const [first] = found;
    return first ? [{ ...first, sid, ...both(found) }] : [];
  });
  const used = new Set(Object.values(parts).flat());
  return [...wholes, ...statements.filter(({ sid = '' }) => !used.has(sid))];
}

function both(statements: readonly PolicyStatement[]) {
  const [conditions, ...others] = new Set(
    statements.map((statement) => JSON.stringify(statement.conditions)),
  );
  if (others.length > 0)
    throw new Error(`statements differ in ${String(conditions)} and ${others.join(', ')}`);
  return {
    actions: statements.flatMap(({ actions = [] }) => actions),
    resources: statements.flatMap(({ resources = [] }) => resources),
  };
}
