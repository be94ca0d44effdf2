/**
 * The grid as one card for each item of data, with those who can do something with it: for phones, and for paper where
 * there are too many columns. @param scope selector of what holds the table, with a space behind it
 */
export function cardStyle(scope: string): string {
  return `
${scope}#grid,${scope}#grid tbody,${scope}#grid tr{display:block}
${scope}#grid thead,${scope}#grid td:empty{display:none}
${scope}#grid tbody th{display:block;position:static;max-width:none;min-width:0;border:0}
${scope}#grid tr[data-row]{border-bottom:1px solid var(--line);padding-bottom:.4rem}
${scope}#grid tbody td{display:flex;flex-direction:row-reverse;justify-content:flex-end;align-items:center;gap:.5rem;text-align:left;white-space:normal;border:0;padding:.1rem .6rem}
${scope}#grid td::before{content:attr(data-who)}
${scope}#grid td button{margin:0;flex:none}`;
}
