/** Colours, text, header, filters, lists and the dialog. */
export const pageStyle = `
:root{--page:#fff;--panel:#f4f6f9;--text:#171b22;--dim:#57606f;--line:#d5dae2;--link:#1252b8;
--read:#1c5fb8;--write:#8a5200;--delete:#a8320f;--admin:#7a1fa2;--on:#fff;--open:#fff3c4;--open-text:#5f4500;--hover:#e8eefb}
@media screen and (prefers-color-scheme:dark){:root{--page:#12151b;--panel:#1b2029;--text:#e8ebf0;--dim:#a0a9b8;--line:#323a47;--link:#8ab8ff;
--read:#8ab8ff;--write:#f0b354;--delete:#ff9677;--admin:#dd9df5;--on:#12151b;--open:#4a3a05;--open-text:#ffe08a;--hover:#232c3d}}
*{box-sizing:border-box}
@media screen{[hidden]{display:none!important}}
html{-webkit-text-size-adjust:100%}
body{margin:0;padding:1.25rem 1.5rem 2rem;background:var(--page);color:var(--text);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
h1{font-size:1.5rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
p{margin:.25rem 0}
small{font-size:.85em;color:var(--dim)}
th{text-align:left;font-weight:600}
th,td,dd,li{overflow-wrap:anywhere}
.open{background:var(--open);color:var(--open-text);padding:0 .3em;border-radius:3px}
.others{display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0}
.others div{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.35rem .7rem}
.others dt{font-weight:600;font-style:italic}
.others dd{margin:0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;margin:.75rem 0 0;padding:0;font-size:.9rem}
.signs,td button{font:700 11px/16px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.signs b,.signs u,.signs i,td button>*{display:inline-block;width:13px;height:16px;margin-right:1px;text-align:center;text-decoration:none;font-style:normal;border-radius:2px}
.signs i,td button i{color:var(--dim);font-weight:400}
.signs u,td button u{background:var(--open);color:var(--open-text);outline:1px dashed var(--open-text);outline-offset:-1px}
.signs.read b,td button b:nth-child(1){background:var(--read);color:var(--on)}
.signs.write b,td button b:nth-child(2){background:var(--write);color:var(--on)}
.signs.delete b,td button b:nth-child(3){background:var(--delete);color:var(--on)}
.signs.admin b,td button b:nth-child(4){background:var(--admin);color:var(--on)}
#filters{display:flex;flex-wrap:wrap;gap:.5rem .8rem;align-items:end;margin:0 0 .6rem;padding:.6rem .8rem;background:var(--panel);border:1px solid var(--line);border-radius:6px}
#filters label{display:grid;font-size:.8rem;color:var(--dim)}
#filters .check{display:flex;gap:.4rem;align-items:center;min-height:2.1rem;color:var(--text);font-size:.9rem}
#filters output{align-self:end;padding-bottom:.4rem;font-size:.9rem;color:var(--dim)}
input[type=search],select,form button,dialog button{font:inherit;font-size:.9rem;color:var(--text);background:var(--page);border:1px solid var(--dim);border-radius:4px;min-height:2.1rem;padding:.2rem .5rem}
input[type=search]{width:13.5rem;max-width:100%}
input::placeholder{color:var(--dim);opacity:1}
:focus-visible{outline:2px solid var(--link);outline-offset:1px}
.list{border-collapse:collapse;width:100%;font-size:.9rem}
.list th,.list td{border-bottom:1px solid var(--line);padding:.35rem .6rem;vertical-align:top;text-align:left}
.list thead th{color:var(--dim);font-weight:400}
.gains td:nth-child(2) b{color:var(--delete)}
.loses td:nth-child(2) b{color:var(--read)}
#unknown ul ul{color:var(--dim);font-size:.9em}
dialog{width:min(44rem,calc(100vw - 2rem));max-height:calc(100vh - 2rem);overflow:auto;border:1px solid var(--line);border-radius:8px;padding:1.25rem;background:var(--page);color:var(--text)}
dialog::backdrop{background:#0008}
dialog header{display:flex;justify-content:space-between;align-items:center;position:sticky;top:-1.25rem;margin-top:-1.25rem;padding-top:1.25rem;background:var(--page)}
dialog h2{margin:0}
dialog dd{margin:0 0 .6rem}
dialog dt,dialog small{color:var(--dim);font-size:.85rem}
dialog dd b,dialog dd small{display:block}
dialog ul{list-style:none;margin:.5rem 0 0;padding:0}
dialog li{display:grid;grid-template-columns:60px 1fr;gap:.6rem;padding:.4rem 0;border-top:1px solid var(--line)}`;
