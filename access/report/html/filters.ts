import { dataKinds, levels, type MatrixReport } from '../../questions/matrix-report';
import { kindTitles } from '../labels';

/** The filters. They need the script, which shows them. */
export function filterForm({ data }: MatrixReport): string {
  const kinds = dataKinds.filter((kind) => data.some((item) => item.kind === kind));
  const kindOptions = kinds.map((kind) => `<option value="${kind}">${kindTitles[kind]}</option>`).join('');
  const levelOptions = levels.map((level, index) => `<option value="${index}">${level}</option>`).join('');
  return `<form id="filters" role="search" aria-label="Filter the matrix" hidden>
<label>Data <input type="search" name="data" placeholder="part of a name or ARN" autocomplete="off" spellcheck="false"></label>
<label>Principal <input type="search" name="principal" placeholder="part of a name or ARN" autocomplete="off" spellcheck="false"></label>
<label>Kind <select name="kind"><option value="">all data</option>${kindOptions}</select></label>
<label>Level <select name="level"><option value="-1">any</option>${levelOptions}</select></label>
<label class="check"><input type="checkbox" name="unknown"> only not known (?)</label>
<button type="reset">Reset</button>
<output name="shown" aria-live="polite"></output>
</form>`;
}
