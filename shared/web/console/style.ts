import { leadStyle } from './lead/style.ts';
import { leadsStyle } from './leads/style.ts';
import { playbookStyle } from './playbook/style.ts';
import { reportStyle } from './reports/style.ts';

/** What the pages of the console share, on a phone and at a desk. The colours are the theme's. */
const base = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
.skip { position: absolute; left: -100vw; padding: .75rem 1rem; background: var(--card); z-index: 2; }
.skip:focus { left: 0; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; padding: .5rem 1rem; background: var(--card); border-bottom: 1px solid var(--edge); }
.bar .brand { font-weight: 700; white-space: nowrap; color: var(--ink); text-decoration: none; }
.bar .company { display: inline-flex; align-items: center; gap: .5rem; max-width: 14rem; font-size: .875rem; color: var(--quiet); }
.bar .logo { display: block; width: auto; height: auto; max-width: 9rem; max-height: 2rem; }
.bar nav { display: flex; flex-wrap: wrap; gap: .125rem; flex: 1 1 20rem; min-width: 0; }
.bar nav :is(a, summary) { display: block; padding: .5rem .625rem; border-radius: .5rem; text-decoration: none; color: var(--ink); font-weight: 400; }
.bar nav :is(a, summary):hover { background: var(--bed); }
.bar nav a[aria-current], .bar nav details:has([aria-current]) > summary { background: var(--bed); font-weight: 600; box-shadow: inset 0 -3px var(--accent); }
.bar details { position: relative; }
.bar details > div { position: absolute; right: 0; z-index: 2; min-width: 11rem; padding: .375rem; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; box-shadow: 0 .5rem 1.5rem rgb(0 0 0 / .2); }
@media (width < 40rem) { .bar details { position: static; } .bar details > div { left: .5rem; right: .5rem; } }
.bar .me { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; font-size: .875rem; color: var(--quiet); }
.bar .me form { margin: 0; }
main { max-width: 74rem; margin: 0 auto; padding: 1.25rem 1rem 4rem; }
main:focus { outline: none; }
h1 { margin: 0 0 .75rem; font-size: clamp(1.5rem, 4vw, 2rem); line-height: 1.2; text-wrap: balance; }
h2 { margin: 0 0 .5rem; font-size: 1.1875rem; }
h3 { margin: 1rem 0 .375rem; font-size: 1rem; }
p { margin: 0 0 .75rem; }
.quiet { color: var(--quiet); }
.small { font-size: .875rem; }
.number { font-variant-numeric: tabular-nums; }
.card { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem; padding: 1rem 1.25rem; margin: 0 0 1rem; min-width: 0; }
.card > :last-child { margin-bottom: 0; }
.card > h3:first-child { margin-top: 0; }
.columns { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); align-items: start; }
.empty { padding: 1.25rem; border: 1px dashed var(--line); border-radius: .75rem; color: var(--quiet); }
.notice { margin: 0 0 .75rem; padding: .75rem 1rem; border-left: 4px solid var(--accent); background: var(--card); border-radius: .25rem; }
.notice > :last-child { margin-bottom: 0; }
.notice.refusal { border-color: var(--wrong); }
#trouble { position: sticky; top: .5rem; z-index: 1; max-width: 74rem; margin: 0 auto; padding: 0 1rem; }
#trouble .notice { margin: .5rem 0; box-shadow: 0 .5rem 1.5rem rgb(0 0 0 / .2); }
.wrong { color: var(--wrong); font-weight: 600; margin: 0 0 .25rem; }
.tag { display: inline-block; max-width: 100%; padding: .0625rem .5rem; border-radius: 1rem; background: var(--bed); font-size: .875rem; }
:is(td, th) .tag { white-space: nowrap; }
.tag.good { box-shadow: inset 0 0 0 1px var(--accent); color: var(--accent); }
.tag.bad, .tag.late { box-shadow: inset 0 0 0 1px var(--warn); color: var(--warn); }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); gap: .5rem 1.25rem; margin: 0 0 1rem; }
dt { color: var(--quiet); font-size: .875rem; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; text-align: left; border-top: 1px solid var(--edge); vertical-align: top; }
thead th { border: 0; color: var(--quiet); font-weight: 400; font-size: .875rem; }
tbody th { font-weight: 600; }
:is(td, thead th) { overflow-wrap: break-word; }
td.number, th.number { text-align: right; white-space: nowrap; }
label { display: block; margin-bottom: .25rem; font-weight: 600; }
.field { margin: 0 0 1rem; }
input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .375rem; background: var(--card); color: inherit; font: inherit; }
textarea { min-height: 6rem; resize: vertical; }
[aria-invalid=true] { border: 2px solid var(--wrong) !important; }
input[type=checkbox], input[type=radio] { width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
button, .button { display: inline-block; min-height: 2.75rem; padding: .5rem 1.125rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer; }
button.second, .button.second { background: none; color: var(--accent); box-shadow: inset 0 0 0 1px var(--line); }
button.plain { min-height: 0; padding: 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; text-underline-offset: .2em; }
button.danger { background: var(--wrong); color: var(--card); }
button:hover, .button:hover { filter: brightness(1.08); }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .75rem; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 0 0 1rem; }
.filters .field { margin: 0; flex: 1 1 9rem; }
details > summary { cursor: pointer; font-weight: 600; min-height: 2rem; }
.choice { display: flex; gap: .75rem; align-items: flex-start; min-height: 2.75rem; font-weight: 400; }
.choice small { display: block; color: var(--quiet); }
fieldset { min-width: 0; }
fieldset.field { border: 0; padding: 0; }
legend { padding: 0; font-weight: 600; }
.soft { color: var(--quiet); font-size: .875rem; }
.problem { color: var(--wrong); font-weight: 600; margin: 0 0 .25rem; }
.answer { border-top: 1px solid var(--edge); padding: .5rem 0; }
.answer form { padding: .75rem 0; }
@supports selector(:has(*)) { .fit { display: none; } form:has([value=bad-fit]:checked) .fit { display: block; } }
figure { margin: 0 0 1rem; max-width: 100%; }
.frames { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
figure:has(.desk) { overflow-x: auto; }
iframe { display: block; height: 40rem; border: 1px solid var(--edge); border-radius: .5rem; }
iframe.phone { width: 24.375rem; max-width: 100%; }
iframe.desk { width: 46rem; }
pre { margin: 0; white-space: pre-wrap; font: .875rem/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 12px; }
svg .axis { fill: var(--quiet); }
.away { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.htmx-request { opacity: .6; }
.busy { display: none; }
.htmx-request .busy { display: inline; }
table.cards th[scope=row] { min-width: 12rem; }
@media (max-width: 40rem) {
  .bar nav { order: 3; flex-basis: 100%; margin: 0 -.5rem; }
  .bar nav :is(a, summary) { padding: .5rem; }
  .bar .brand { flex: 1; }
  .bar .me { gap: .5rem; }
  table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.cards tr { display: block; padding: .75rem 0; border-top: 1px solid var(--edge); }
  table.cards :is(th, td) { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .125rem 0; text-align: left; overflow-wrap: anywhere; }
  table.cards td::before { content: attr(data-label); color: var(--quiet); flex: none; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
@media (forced-colors: active) { button, .button, .tag { border: 1px solid; } }
@media print { .bar, .filters, .buttons { display: none; } }
`;

/** The style of all pages of the console, which browsers keep; a page adds its own in its folder. */
export const consoleStyle = [base, reportStyle, leadsStyle, leadStyle, playbookStyle].join('');
