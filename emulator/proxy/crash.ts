import { AwsError, errorAnswer, type Answer } from './answer';
import type { AwsRequest } from './request';

/**
 * Turns a crash inside moto into an error that says so. Clients repeat a 500 for minutes, and its body is a
 * page of Python; as a 400 it ends the run at once, with the operation that moto cannot do.
 */
export function withoutCrash(request: AwsRequest, answer: Answer): Answer {
  if (answer.status !== 500) return answer;
  const reason = /<title>([^<]*?)\s*(?:\/\/ Werkzeug Debugger)?\s*<\/title>/.exec(
    answer.body.toString(),
  )?.[1];
  const operation = request.operation;
  const text = `The emulator cannot do ${request.service}: ${operation} (${reason ?? 'crash'})`;
  return errorAnswer(new AwsError('SandboxGap', text), request.dialect);
}
