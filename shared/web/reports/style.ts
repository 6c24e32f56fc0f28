/** The style of the report page and its pictures: light and dark, on a phone and on a desk. */
export const reportStyle = `
:root { color-scheme: light dark; --paper: light-dark(#f5f6f4, #14171a); --card: light-dark(#fff, #1d2226); --ink: light-dark(#1b2422, #e9eeec); --quiet: light-dark(#55625e, #a3b0ac); --edge: light-dark(#dde3e0, #2c3337); --bed: light-dark(#eef1ef, #262c30); --accent: light-dark(#0b6b4f, #53c99c); --warn: light-dark(#a8401f, #ff9d7a); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 62rem; margin: 0 auto; padding: 1.25rem; } header { padding-bottom: 0; }
.top { display: flex; justify-content: space-between; gap: 1rem; }
main { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); align-items: start; padding-bottom: 4rem; }
section { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem; padding: 1.25rem; min-width: 0; }
.wide { grid-column: 1 / -1; }
h1 { margin: .75rem 0 .25rem; font-size: clamp(1.5rem, 5vw, 2.125rem); line-height: 1.2; }
h2 { margin: 0 0 .5rem; font-size: 1.25rem; } h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; }
p { margin: 0 0 .75rem; } .quiet { color: var(--quiet); }
.share { margin: 0; font-size: clamp(2.5rem, 10vw, 4rem); font-weight: 700; line-height: 1.1; color: var(--accent); }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .75rem; }
.choices a { display: inline-block; padding: .5rem .875rem; border: 1px solid var(--quiet); border-radius: .5rem; text-decoration: none; }
.choices a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--card); font-weight: 600; }
figure { margin: 0; } svg { display: block; width: 100%; max-width: 32rem; height: auto; }
svg text { fill: var(--ink); font-size: 13px; } svg .label { fill: var(--quiet); font-size: 12px; }
svg .number { font-size: 20px; font-weight: 700; } svg .strong { font-weight: 600; }
.cell { fill: var(--bed); } .fill { fill: var(--accent); } .warn { fill: var(--warn); }
.facts { margin: .75rem 0 0; padding-left: 1.25rem; color: var(--quiet); }
dl { margin: 1rem 0 0; } dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .5rem .75rem .5rem 0; text-align: right; border-top: 1px solid var(--edge); }
th:first-child { text-align: left; } thead th { border: 0; color: var(--quiet); font-weight: 400; font-size: .875rem; } tbody th { font-weight: 600; }
.away { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) {
  section > table thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  section > table tr { display: block; padding: .5rem 0; border-top: 1px solid var(--edge); }
  section > table :is(th, td) { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .125rem 0; }
  section > table td::before { content: attr(data-label); color: var(--quiet); }
}
@media (forced-colors: active) { .cell { fill: Canvas; stroke: CanvasText; } .fill, .warn { fill: Highlight; } svg text { fill: CanvasText; } }
`;
