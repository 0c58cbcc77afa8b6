/** The colours of a page, by day and by night, and how it stands on paper. */
export const pageStyle = `
:root{color-scheme:light dark;--bg:#fff;--page:#f6f7f9;--fg:#1b1f27;--soft:#5b6472;--line:#dfe3e9;--hair:#eff1f4;--raise:#f6f7f9;--raise-through:rgba(120,130,150,.07);--accent:#3b5bdb;--on-accent:#fff;--good:#1f9d61;--warn:#c98a00;--bad:#d64545;--none:#4c6ef5;--over:#7b8696;--warn-text:#8a5a00;--bad-text:#b42323}
@media (prefers-color-scheme:dark){:root{--bg:#15181e;--page:#0f1115;--fg:#e6e9ee;--soft:#9aa4b2;--line:#2a2f38;--hair:#20242b;--raise:#1b1f26;--raise-through:rgba(150,160,180,.06);--accent:#7c9cff;--on-accent:#0f1115;--good:#3fbf7f;--warn:#e0b040;--bad:#f07070;--none:#7c9cff;--over:#7d8794;--warn-text:#e0b95a;--bad-text:#ff9c9c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--fg);font:13px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-font-smoothing:antialiased}
header,main{max-width:1440px;margin:0 auto;padding:0 32px}
header{display:grid;grid-template-columns:1fr auto;align-items:end;gap:0 24px;padding-top:36px;padding-bottom:20px}
header p,h1{margin:0;grid-column:1}
.eyebrow{font-size:11px;font-weight:600;letter-spacing:.08em;text-transform:uppercase;color:var(--accent)}
h1{font-size:26px;line-height:1.25;font-weight:650;letter-spacing:-.01em;margin:4px 0}
h2{font-size:16px;font-weight:600;margin:36px 0 12px}
.about{color:var(--soft)}
.search{grid-column:2;grid-row:1/4;align-self:end}
.search span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.search input{font:inherit;color:inherit;width:240px;padding:7px 12px;border:1px solid var(--line);border-radius:8px;background:var(--bg)}
.frame{background:var(--bg);border:1px solid var(--line);border-radius:12px;overflow:auto;scrollbar-width:thin}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
main{padding-bottom:64px}
[hidden]{display:none!important}
.chart .twist{display:none}
.chart .lane .name{padding-left:16px}
.chart .name{--names-pad:8px;padding-left:calc(2px + var(--level,0)*16px)}
@media (max-width:760px){header,main{padding-left:16px;padding-right:16px}header{display:block}.search input{width:100%;margin-top:12px}.chart{--names:170px}.name .owner,.name .says{display:none}}
@media print{
@page{size:landscape;margin:12mm}
:root{--bg:#fff;--page:#fff;--fg:#111;--soft:#555;--line:#ccc;--hair:#eee;--raise:#f4f5f7;--accent:#3b5bdb;--on-accent:#fff;--good:#1f9d61;--warn:#b57b00;--bad:#c73a3a;--none:#4c6ef5;--over:#7b8696;--warn-text:#7a5000;--bad-text:#a31f1f}
body{font-size:10px;print-color-adjust:exact;-webkit-print-color-adjust:exact}
header,main{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
.search{display:none}
.frame{border:0;overflow:visible;border-radius:0}
.chart{min-width:0;--names:230px}
.head,.list thead th{position:static}
.row,.list tr{break-inside:avoid}
.lane{break-after:avoid}
h2{break-before:page}
}
`;
