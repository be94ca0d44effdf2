import {
  levels,
  type CellOutcome,
  type Level,
  type MatrixPrincipal,
  type MatrixReport,
} from '../../questions/matrix-report';
import { levelMeanings, markMeanings, principalMarks, principalName, sourceTitles } from '../labels';
import { unknownCount } from '../unknowns';
import { escapeHtml } from './escape';

/** What is seen first: what this is, how much of it, what those can who are no role of the platform, and the signs. */
export function header(report: MatrixReport): string {
  const unknown = unknownCount(report);
  return `<header>
<h1>Who can do what in ${escapeHtml(report.organization)}</h1>
<p>${report.principals.length} principals, ${report.data.length} data, ${sourceTitles[report.source]}. ${
    unknown === 0 ? 'Every answer is known.' : `<strong class="open">${unknown} not known (?)</strong>`
  }</p>
${others(report)}
${legend(report)}
</header>`;
}

/** Those the platform does not make: what they can is what a reviewer wants to know first. */
function others(report: MatrixReport): string {
  const items = report.principals.flatMap((principal, index) => {
    if (principal.kind === 'platform') return [];
    return [
      `<div><dt>${escapeHtml(principalName(principal, ''))}</dt><dd>${reach(report, index)}</dd></div>`,
    ];
  });
  return items.length === 0
    ? ''
    : `<dl class="others" aria-label="Others than the platform's own roles">${items.join('')}</dl>`;
}

function reach({ cells, data }: MatrixReport, principal: number): string {
  const own = cells.filter((cell) => cell.principal === principal);
  if (own.length === 0) return 'nothing';
  const number = (level: Level, outcome: CellOutcome): number =>
    own.filter(({ outcomes }) => outcomes[level] === outcome).length;
  const parts = levels.flatMap((level) => {
    const sure = number(level, 'allowed');
    const open = number(level, 'unknown');
    return [
      ...(sure === 0 ? [] : [`${level} ${sure} of ${data.length}`]),
      ...(open === 0 ? [] : [`<span class="open">${level}? ${open} not known</span>`]),
    ];
  });
  return parts.join(', ');
}

function legend({ principals }: MatrixReport): string {
  const signs = levels.map(
    (level) =>
      `<li><span class="signs ${level}"><b>${level.slice(0, 1)}</b></span> <b>${level}</b>: ${levelMeanings[level]}</li>`,
  );
  return `<ul class="legend" aria-label="Signs">
${signs.join('\n')}
<li><span class="signs"><u>?</u></span> not known: neither surely allowed nor surely denied</li>
<li><span class="signs"><i>·</i></span> denied</li>
${(['referred to', 'stand-in'] as const)
  .filter((kind) => has(principals, kind))
  .map((kind) => `<li><b>${principalMarks[kind]}</b> ${markMeanings[kind]}</li>`)
  .join('\n')}
</ul>`;
}

function has(principals: readonly MatrixPrincipal[], kind: MatrixPrincipal['kind']): boolean {
  return principals.some((principal) => principal.kind === kind);
}
