import type { MatrixChange } from '../../questions/matrix-report';
import { mergeChanges, type MergedChange } from '../merge-changes';
import { escapeHtml } from './escape';

/** Who gains and who loses, gains first. */
export function changesSection(changes: readonly MatrixChange[]): string {
  const body =
    changes.length === 0
      ? '<p>Nobody gains or loses anything.</p>'
      : `<table class="list" role="table">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Who</th><th scope="col" role="columnheader">What</th><th scope="col" role="columnheader">Data</th><th scope="col" role="columnheader">Reason</th></tr></thead>
<tbody role="rowgroup">
${mergeChanges(changes).map(row).join('\n')}
</tbody>
</table>`;
  return `<section id="changes" aria-labelledby="changes-title">
<h2 id="changes-title">Who gains, who loses</h2>
${body}
</section>`;
}

function row({ change, principal, kind, data, levels, reason }: MergedChange): string {
  const sign = change === 'gains' ? '+' : '−';
  return `<tr role="row" class="${change}"><th scope="row" role="rowheader">${escapeHtml(principal)}</th><td role="cell"><b>${sign} ${change}</b> ${escapeHtml(levels.join(', '))}</td><td role="cell"><small>${kind}</small> ${escapeHtml(data)}</td><td role="cell">${escapeHtml(reason ?? '')}</td></tr>`;
}
