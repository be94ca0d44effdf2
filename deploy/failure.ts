import { RunError } from './errors';
import type { StackFolder } from './stacks';

/** Terraform's failure, with what to do where we know: a stack that reads what was never applied. */
export function failure(
  action: string,
  stack: Pick<StackFolder, 'id' | 'dependencies'>,
  output: string,
): RunError {
  const missing = /reading SSM Parameter \(([^)]+)\)[^\n]*(?:couldn't find resource|ParameterNotFound)/.exec(
    output,
  )?.[1];
  // Terraform wraps its lines.
  const refused = /IAM Role\s+\((arn:[^)]+)\)\s+cannot\s+be\s+assumed/.exec(
    output.replace(/^│ ?/gm, ''),
  )?.[1];
  if (refused !== undefined) {
    return new RunError(
      `stack "${stack.id}" cannot assume the role ${refused}`,
      `The role must exist and its trust must allow whoever runs this, with the external id that it asks for (\`deployRoleExternalId\`). Terraform says:\n${errorsOf(output)}`,
    );
  }
  if (missing === undefined)
    return new RunError(`terraform ${action} of stack "${stack.id}" failed`, errorsOf(output));
  const from =
    stack.dependencies.length > 0
      ? `Apply ${stack.dependencies.join(', ')} first.`
      : 'Create the parameter first: nothing in this platform publishes it.';
  return new RunError(`stack "${stack.id}" reads the parameter ${missing}, which does not exist`, from);
}

/** Of Terraform's output, what it says went wrong; all of it where it says nothing. */
function errorsOf(output: string): string {
  const at = output.indexOf('Error: ');
  const told = (at < 0 ? output : output.slice(at)).trim();
  if (!/No valid credential sources found|ExpiredToken|InvalidClientTokenId/.test(told)) return told;
  return `Log in to AWS, or rehearse with \`terralake demo\`. Terraform says:\n${told}`;
}
