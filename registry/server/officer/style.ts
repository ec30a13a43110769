import {createHash} from 'node:crypto';

/** The whole look of the officer's pages; colours of the application. */
export const style = `
:root{--ink:#1b2a2b;--soft:#536668;--line:#d9e3e3;--ground:#f4f8f8;--card:#fff;--main:#0a6c6e;--main-ink:#fff;--warn:#fff3dc;--warn-ink:#7a4b00;--bad:#fde8e6;--bad-ink:#9b1c12}
@media(prefers-color-scheme:dark){:root{--ink:#e3eded;--soft:#9fb3b4;--line:#2f4041;--ground:#121a1b;--card:#1a2526;--main:#389d9f;--main-ink:#06201f;--warn:#3d2f10;--warn-ink:#ffd58a;--bad:#431c18;--bad-ink:#ffb4ab}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.45 "Inter Variable","Segoe UI",system-ui,"Noto Sans",sans-serif}
header{background:var(--card);border-bottom:1px solid var(--line)}
header>div{display:flex;gap:1rem;align-items:center;flex-wrap:wrap}
header>div,main{max-width:82rem;margin:0 auto;padding:.75rem 1.25rem}
header b{font-size:1.05rem;margin-right:auto}
main{padding-top:1.25rem;padding-bottom:3rem}
main.narrow{max-width:30rem;padding-top:12vh}
h1{font-size:1.4rem;margin:0 0 1rem}
h2{font-size:1.1rem;margin:0 0 .25rem}
p{margin:.25rem 0 .75rem}
.soft{color:var(--soft)}
a{color:var(--main)}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1.1rem 1.25rem;margin:0 0 1.25rem}
.flush{padding:0;overflow-x:auto}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:1rem;margin-bottom:1.25rem}
.tiles .card{margin:0;padding:.8rem 1.1rem}
.tiles b{display:block;font-size:1.5rem;line-height:1.2}
table{width:100%;border-collapse:collapse}
th,td{padding:.6rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tr:last-child td{border-bottom:0}
th{font-weight:600;font-size:.84rem;color:var(--soft);vertical-align:bottom}
th small{display:block;font-weight:400}
td small{display:block;color:var(--soft);white-space:nowrap}
td.name{min-width:14rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.mark{display:inline-block;border-radius:4px;padding:.05rem .45rem;white-space:nowrap}
.warn{background:var(--warn);color:var(--warn-ink)}
.bad{background:var(--bad);color:var(--bad-ink)}
.right{display:flex;gap:1rem;flex-wrap:wrap;align-items:baseline;justify-content:space-between}
form.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.9rem 1rem;align-items:end;margin-top:.75rem}
form.card.fields{margin-top:0}
form.inline{display:inline}
.right p{margin-bottom:0}
label{display:block;font-weight:600;font-size:.88rem}
input,select{display:block;width:100%;margin-top:.25rem;height:2.5rem;padding:.4rem .6rem;font:inherit;font-weight:400;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:6px}
input[type=file]{height:auto}
ul{margin:.25rem 0 0;padding-left:1.2rem}
button{font:inherit;font-weight:600;padding:.5rem 1rem;border:1px solid var(--main);border-radius:6px;background:var(--main);color:var(--main-ink);cursor:pointer}
button.plain{background:transparent;color:var(--main);border-color:var(--line)}
button.danger{background:transparent;color:var(--bad-ink);border-color:var(--line);padding:.25rem .7rem}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
.message{padding:.6rem .9rem;border-radius:6px;margin-bottom:1rem}
.code{white-space:nowrap;font:600 1.6rem/1.3 ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;letter-spacing:.06em;margin:.75rem 0;user-select:all}
code{font-family:ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace;font-size:.9em}
`;

/** Nothing but this style, and forms that go to us. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
