import { createHash } from 'node:crypto';
import type { MatrixChange, MatrixReport } from '../../questions/matrix-report';
import { changesSection, notesSection } from './sections';
import { detailsData } from './details';
import { escapeHtml, jsonForScript } from './escape';
import { filterForm, grid } from './grid';
import { pageFiles } from './page-files';
import { header } from './summary';

/**
 * The matrix as one HTML file that loads nothing: to search, to read on a phone, to print. The table is there
 * without JavaScript; the script adds the filters and the reasons of a cell. The policy in the file allows this
 * style and this script only. Same report, same bytes.
 * @param changes who gains and who loses, shown on top; an empty list says that nobody does
 */
export function matrixHtml(report: MatrixReport, changes?: readonly MatrixChange[]): string {
  const { script, style } = pageFiles();
  const title = escapeHtml(`Who can do what in ${report.organization}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${header(report)}
<main>
${changes === undefined ? '' : changesSection(changes)}
<section aria-labelledby="matrix-title">
<h2 id="matrix-title">The matrix</h2>
${filterForm(report)}
${grid(report)}
</section>
${notesSection(report)}
</main>
<dialog id="reasons" aria-labelledby="reasons-title"></dialog>
<script type="application/json" id="details">${jsonForScript(detailsData(report))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** A source of the content security policy: the text of an inline element. https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    `script-src ${hashSource(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
