import type { RunnableStack } from './run-stacks';
import { RunError } from './usage-error';

/** Terraform's failure, with what to do where we know: a stack that reads what was never applied. */
export function failure(action: string, stack: RunnableStack, output: string): RunError {
  const missing = /reading SSM Parameter \(([^)]+)\)[^\n]*(?:couldn't find resource|ParameterNotFound)/.exec(
    output,
  )?.[1];
  if (missing === undefined)
    return new RunError(`terraform ${action} of stack "${stack.id}" failed`, output.trim());
  const from =
    stack.dependencies.length > 0
      ? `Apply ${stack.dependencies.join(', ')} first.`
      : 'Create the parameter first: nothing in this platform publishes it.';
  return new RunError(`stack "${stack.id}" reads the parameter ${missing}, which does not exist`, from);
}
