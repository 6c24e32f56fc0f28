/** What the reports add to the style of the console: pictures, tables of numbers, and the choice of a period. */
export const reportStyle = `
.tabs, .choices { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; }
.tabs a, .choices a { display: inline-block; padding: .5rem .875rem; border: 1px solid var(--line); border-radius: .5rem; text-decoration: none; }
.tabs a[aria-current], .choices a[aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.share { margin: 0; font-size: clamp(2rem, 8vw, 3.25rem); font-weight: 700; line-height: 1.1; color: var(--accent); }
.card figure svg { max-width: 34rem; }
svg .label { fill: var(--quiet); }
svg .big { font-size: 20px; font-weight: 700; }
svg .strong { font-weight: 600; }
svg .bed { fill: var(--bed); }
svg .fill { fill: var(--accent); }
svg .warn { fill: var(--warn); }
svg .line { fill: none; stroke: var(--accent); stroke-width: 2; }
svg .line.second { stroke: var(--warn); stroke-dasharray: 5 3; }
svg .grid { stroke: var(--edge); }
svg a:focus-visible rect { stroke: var(--ink); stroke-width: 2; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
.sideways { display: none; }
table.numbers { width: auto; min-width: min(100%, 34rem); font-variant-numeric: tabular-nums; overflow-wrap: normal; }
table.numbers :is(th, td) { text-align: right; padding: .375rem 0 .375rem 1rem; vertical-align: baseline; }
table.numbers thead th { vertical-align: bottom; }
table.numbers :is(th, td):first-child { text-align: left; padding-left: 0; min-width: 8rem; }
table.numbers td { white-space: nowrap; }
@media (max-width: 40rem) {
  .scroll { font-size: .8125rem; background: linear-gradient(to left, var(--card) 1rem, transparent) right / 3rem 100% no-repeat local, linear-gradient(to left, color-mix(in srgb, var(--line) 60%, transparent), transparent) right / .75rem 100% no-repeat; }
  .scroll thead th { font-size: inherit; }
  .scroll:not(.wide) table { width: 100%; min-width: 0; hyphens: auto; }
  .scroll:not(.wide) table :is(th, td) { min-width: 0; padding-left: .375rem; white-space: normal; overflow-wrap: break-word; }
  .scroll:not(.wide) table :is(th, td):first-child { min-width: 7rem; padding-left: 0; overflow-wrap: anywhere; }
  .wide .sideways { position: sticky; left: 0; display: block; width: fit-content; margin: 0 0 .375rem; color: var(--quiet); }
  .wide thead th { white-space: nowrap; }
  .wide tr > :first-child { position: sticky; left: 0; width: 9rem; max-width: 9rem; background: var(--card); overflow-wrap: anywhere; }
}
.choose .field { max-width: 12rem; }
.file { font-size: .875rem; }
@media print { .tabs, .choices, .file { display: none; } .card { break-inside: avoid; border: 0; padding: 0; } .scroll { overflow: visible; } }
@media (forced-colors: active) { svg .bed { fill: Canvas; stroke: CanvasText; } svg :is(.fill, .warn) { fill: Highlight; } svg .line { stroke: CanvasText; } svg text { fill: CanvasText; } }
`;
