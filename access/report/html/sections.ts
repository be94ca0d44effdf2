import type { MatrixChange, MatrixReport } from '../../questions/matrix-report';
import { mergeChanges, type MergedChange } from '../changes-table';
import { principalName, principalPrefix } from '../labels';
import { unknowns, type Unknown } from '../unknowns';
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

/** More cases than anyone reads: the filter of the page finds the rest. */
const most = 20;

/** What is not known and why, and what was taken for granted. */
export function notesSection(report: MatrixReport): string {
  const prefix = principalPrefix(report.principals);
  const open = unknowns(report);
  return [
    ...(open.length === 0
      ? []
      : [
          section(
            'unknown',
            'Not known, and why',
            open.map((one) => reason(one, prefix)),
          ),
        ]),
    ...(report.assumptions.length === 0
      ? []
      : [section('assumed', 'Assumed', report.assumptions.map(escapeHtml))]),
  ].join('\n');
}

function section(id: string, title: string, items: readonly string[]): string {
  return `<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
<ul>
${items.map((item) => `<li>${item}</li>`).join('\n')}
</ul>
</section>`;
}

function reason({ reason: text, cases }: Unknown, prefix: string): string {
  const shown = cases.slice(0, most).map(({ principal, data, levels }) => {
    const what = `${principalName(principal, prefix)}: ${levels.join(', ')}? ${data.label}`;
    return `<li>${escapeHtml(what)}</li>`;
  });
  const more = cases.length > most ? `<li>and ${cases.length - most} more</li>` : '';
  return `${escapeHtml(text)}\n<ul>${shown.join('')}${more}</ul>`;
}
