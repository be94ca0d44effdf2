import type { PolicyStatement } from '../../../../aws/iam/statement';
import type { TeamFacts } from './facts';
import { making, of, owned, prefixed } from './scope';

/** Notebook instances, and the scripts that run when they start. Their tags: see `sagemaker.ts`. */
export function notebooks(facts: TeamFacts): readonly PolicyStatement[] {
  // Both kinds: `notebook-instance/` and `notebook-instance-lifecycle-config/`.
  const resources = prefixed(facts, 'sagemaker', 'notebook-instance*/');
  return [
    {
      sid: 'NotebookMake',
      actions: of('sagemaker', 'CreateNotebookInstance', 'CreateNotebookInstanceLifecycleConfig'),
      resources,
      conditions: making(facts),
    },
    {
      sid: 'NotebookOwn',
      actions: of(
        'sagemaker',
        ...['*NotebookInstance', '*NotebookInstanceLifecycleConfig', 'CreatePresignedNotebookInstanceUrl'],
      ),
      resources,
      conditions: owned(facts),
    },
  ];
}
