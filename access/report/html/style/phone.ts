import { cardStyle } from './cards';

/** A phone: cards under heads that stay in sight, filters one below the other, fingers instead of a pointer. */
export const phoneStyle = `
@media screen and (max-width:700px){
body{padding:.9rem .75rem 1.5rem}
.legend{display:grid;gap:.2rem}
.others div{flex:1 1 100%}
#filters{display:grid;grid-template-columns:1fr 1fr}
#filters label:nth-child(-n+2),#filters output{grid-column:1/-1}
#filters :is(input[type=search],select){width:100%;font-size:16px}
.scroll{overflow:visible;max-height:none;border:0}
${cardStyle('')}
#grid .kind{position:sticky;top:0;z-index:3}
#grid .kind th{padding:.4rem .6rem}
#grid tr[data-row]>th{position:sticky;top:2.1rem;z-index:2;padding:.4rem .6rem;font-weight:600;background:var(--page)}
#grid tr[data-row]>th>small{display:block}
#grid td button{padding:9px 4px}
.list,.list tbody,.list tr,.list th,.list td{display:block}
.list thead{display:none}
.list th,.list td{border:0;padding:.1rem .3rem}
.list tr{border-bottom:1px solid var(--line);padding:.4rem 0}
dialog{margin:auto 0 0;width:100%;max-width:none;border-radius:12px 12px 0 0}
}`;
