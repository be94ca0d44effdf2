import { maxLength } from '../../core/naming/hash';
import type { Names } from '../../core/naming/names';
import type { PublishOptions } from '../../core/module/scope';

/** The name of the rule that watches a crawler. */
export function monitorName(names: Names, crawler: string): string {
  return names.resource(`${crawler}-monitor`, maxLength['events rule']);
}

/** Where the name of a crawler is published: under its project, for whoever writes `project:crawler/name/…`. */
export function publishedAt(
  projectName: string,
  crawler: string,
): { readonly path: string; readonly options: PublishOptions } {
  return {
    path: `${projectName}/crawler/name/${crawler}`,
    options: { scope: 'domain', preserveCase: true },
  };
}
