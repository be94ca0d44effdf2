import { cardStyle } from './cards';

/**
 * Paper: everything, whatever the filters hide; black on white; each kind of data on pages of its own, all with the
 * names of the principals: browsers repeat a table's head where it is lower than a quarter of the page.
 */
export const printStyle = `
@page{size:A4 landscape;margin:10mm}
@media print{
:root{--panel:#fff;--text:#000;--dim:#000;--line:#888;--read:#fff;--write:#fff;--delete:#fff;--admin:#fff;--on:#000;--open:#fff;--open-text:#000}
html{font-size:9pt}
body{padding:0;font-size:1rem}
#filters,#nothing,dialog{display:none}
table[hidden]{display:table}
tbody[hidden]{display:table-row-group}
tr[hidden]{display:table-row}
:is(th,td)[hidden]{display:table-cell}
.scroll{overflow:visible;max-height:none;border:0}
#grid{font-size:7.5pt;width:100%}
#grid tr>*{position:static!important}
#grid tbody th,#grid thead td{min-width:12rem}
#grid thead th{min-width:0}
#grid thead th span{height:11rem;max-width:2.8rem}
#grid tbody+tbody{break-before:page}
tr{break-inside:avoid}
h2,.kind{break-after:avoid}
.gains td b,.loses td b{color:#000!important}
td button>*{width:10px;height:13px;line-height:13px;font-size:8px}
td button b,.signs b{border:1px solid #000;line-height:11px}
#grid td button.faint{opacity:1}
${cardStyle('.many ')}
.many #grid td[hidden]{display:flex}
}`;
