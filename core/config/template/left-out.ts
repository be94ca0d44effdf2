const literalInstead = 'Write the value itself, or take it from the context: {{context:…}}.';

const ways: Readonly<Record<string, string>> = {
  param: `Terralake has no deployment parameters. ${literalInstead}`,
  blueprint: `Terralake makes no SageMaker blueprints. ${literalInstead}`,
  ref: 'There is no CloudFormation template to refer to. Refer to the published parameter: ssm:/….',
};

/** The way round for a kind of `{{kind:…}}` that MDAA has and Terralake has not. */
export function leftOut(kind: string): string | undefined {
  return Object.hasOwn(ways, kind) ? ways[kind] : undefined;
}
