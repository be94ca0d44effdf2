import { markdownTable } from '../between';
import type { Requirement } from './requirement';

/** What the document asks for, what stands for it, and how that is known. */
export function requirementsTable(requirements: readonly Requirement[]): string {
  const head = ['requirement', 'what is asked', 'what stands for it', 'test', 'the change that turns it red'];
  const rows = requirements.map(({ id, asks, stands, test, change }) => [
    id,
    asks,
    stands,
    `\`test/${test.file}\`: ${test.name}`,
    `\`${change.file}\`: ${code(change.from)} → ${change.to === '' ? 'nothing' : code(change.to)}`,
  ]);
  return markdownTable(head, rows);
}

/** Text with backticks of its own needs two around it. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
