import type { MapNode } from '../node';
import type { Report } from '../../../diagnostics/diagnostic';
import { diagnoseIssues } from '../validate/issues';
import { toPlain } from '../plain';
import { rootSchema } from './root';

/** Unknown keys, missing keys and wrong kinds of values in the root file. */
export function checkGrammar(root: MapNode, report: Report): void {
  const checked = rootSchema.safeParse(toPlain(root));
  if (checked.success) return;
  for (const diagnostic of diagnoseIssues(checked.error.issues, root, root.place, rootSchema))
    report(diagnostic);
}
