/** The table as a grid: heads stay in sight while it is scrolled; names of principals are turned, or 20 would not fit. */
export const gridStyle = `
.scroll{overflow:auto;max-height:96vh;border:1px solid var(--line);border-radius:6px}
#grid{border-collapse:separate;border-spacing:0;font-size:.85rem}
#grid caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
#grid th,#grid td{padding:2px 3px;border-bottom:1px solid var(--line)}
#grid thead tr>*{position:sticky;top:0;z-index:2;background:var(--panel);vertical-align:bottom}
#grid thead th{min-width:58px}
#grid thead th span{display:inline-block;writing-mode:vertical-rl;text-align:left;transform:rotate(180deg);max-height:14rem;min-width:1.2rem;line-height:1.15;padding:.2rem 0}
#grid thead th{font-weight:600;text-align:center}
#grid thead td{left:0;z-index:3;min-width:15rem;padding:.3rem .6rem;text-align:left;white-space:normal}
#grid thead td small{display:block}
#grid tbody th{position:sticky;left:0;z-index:1;background:var(--page);font-weight:500;padding-left:.6rem;min-width:15rem;max-width:32rem}
#grid tbody th>small{display:inline}
#grid td,#grid thead th{border-left:1px solid var(--line)}
#grid .kind th{background:var(--panel);font-weight:700;font-size:.95rem;padding-top:.35rem;max-width:none}
#grid .kind span{position:sticky;left:.6rem}
#grid .other{font-style:italic}
#grid thead th:not(.other)+.other{border-left:2px solid var(--dim)}
#grid td{text-align:center;white-space:nowrap}
#grid td[data-who]{padding:1px}
#grid td button{display:block;margin:auto;padding:2px 1px 2px 2px;border:0;border-radius:4px;background:none;color:inherit;cursor:pointer;white-space:nowrap}
#grid td button.faint{opacity:.3}
#grid tbody tr:hover>*,#grid td button:hover{background:var(--hover)}
#grid .nobody th::after{content:" nobody";color:var(--dim);font-weight:400;font-style:italic}
#nothing{padding:1rem;color:var(--dim)}`;
