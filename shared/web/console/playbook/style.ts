/** The style of the pages about the playbook. */
export const playbookStyle = `
.row { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); align-items: end; }
.row > fieldset.field { align-self: start; }
.beside { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
@media (width >= 64rem) { .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 24rem); } .beside .look { position: sticky; top: 1rem; } }
.look { align-self: start; }
.look iframe { width: 100%; height: 44rem; }
fieldset.bare { border: 0; padding: 0; margin: 0; }
fieldset.tabs { margin-bottom: 1rem; }
fieldset.entry, li.entry { border: 1px solid var(--edge); border-radius: .75rem; padding: .75rem 1rem; margin: 0 0 1rem; }
ol.entries { padding: 0; list-style: none; }
ol.numbered { counter-reset: step; }
ol.numbered > li > h2::before { counter-increment: step; content: counter(step) '. '; }
.to-write { align-self: start; min-width: 0; overflow-wrap: anywhere; }
.to-write > ul { margin: 0 0 .75rem; }
.entry-buttons { display: inline-flex; gap: .25rem; }
button.small { min-height: 2.25rem; min-width: 2.25rem; padding: .25rem .5rem; font-size: 1rem; }
button:disabled { opacity: .5; cursor: default; }
.tabs { display: flex; flex-wrap: wrap; gap: .375rem; margin: 0 0 1rem; }
.tabs button[aria-pressed=true] { background: var(--accent); color: var(--on-accent); }
.tabs .tag { margin-inline-start: .5rem; }
.ticks { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
.cell { margin: 0 0 .25rem; }
input.short { max-width: 8rem; }
table.points .short { width: 5rem; }
table.points td:nth-child(1) { width: 30%; }
table.points td:nth-child(3) { width: 34%; }
.delay { display: flex; gap: .5rem; }
.delay select { width: auto; }
.colour { display: flex; gap: .5rem; align-items: center; }
.colour input[type=text] { max-width: 12rem; }
.colour input[type=color] { width: 3.5rem; min-height: 2.75rem; padding: .125rem; }
.swatches > li { align-items: center; }
.swatch { flex: none; width: 3rem; border: 1px solid var(--edge); }
.warning { color: var(--warn); font-weight: 600; margin: 0 0 .25rem; }
.plain-list { list-style: none; margin: 0; padding: 0; }
.plain-list > li { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: baseline; padding: .375rem 0; }
.plain-list.versions > li { padding: .75rem 0; border-top: 1px solid var(--edge); }
.plain-list.versions :is(p, ul) { flex-basis: 100%; margin: 0; }
.save-bar { position: sticky; bottom: 0; padding: .75rem 0; background: var(--paper); z-index: 1; }
textarea.source { min-height: 24rem; font: .9375rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
textarea[hidden] { display: none; }
.thumbnail { width: auto; height: auto; max-width: min(100%, 10rem); max-height: 8rem; background: var(--bed); border-radius: .375rem; }
.paste { display: block; overflow-wrap: anywhere; user-select: all; }
.differences { overflow-x: auto; max-height: 32rem; }
.differences ins { color: var(--accent); text-decoration: none; }
.differences del { color: var(--wrong); text-decoration: none; }
.band-newsletter { fill: var(--bed); }
.band-guides { fill: color-mix(in srgb, var(--accent) 15%, var(--bed)); }
.band-ads { fill: color-mix(in srgb, var(--accent) 30%, var(--bed)); }
.band-call { fill: color-mix(in srgb, var(--accent) 48%, var(--bed)); }
.question { display: flex; justify-content: space-between; align-items: center; gap: .5rem; padding-block: .125rem; }
.question .entry-buttons { flex: none; }
.row:has(.mail-choice) { align-items: start; }
ol.day-line { list-style: none; margin: 0 0 1rem; padding: 0 0 0 .375rem; }
.day-line > li { position: relative; border-left: 2px solid var(--line); padding: 0 0 .5rem 1.25rem; }
.day-line > li::before { content: ''; position: absolute; left: calc(-.375rem - 1px); top: .375rem; width: .75rem; height: .75rem; border-radius: 50%; background: var(--accent); }
.day-line > li > * { display: block; }
.day-line > .gap-day { padding-top: .5rem; }
.day-line > .gap-day::before { top: .875rem; }
.day-line > .gap-week { padding-top: 1rem; }
.day-line > .gap-week::before { top: 1.375rem; }
.day-line > .gap-longer { padding-top: 2rem; }
.day-line > .gap-longer::before { top: 2.375rem; }
.months { display: flex; flex-wrap: wrap; gap: 1.5rem; }
table.calendar { width: auto; }
table.calendar :is(td, th) { padding: .25rem .375rem; text-align: center; border: 0; min-width: 2.25rem; }
table.calendar caption { text-align: left; font-weight: 600; }
table.calendar a { display: inline-block; min-width: 1.75rem; border-radius: 1rem; background: var(--accent); color: var(--on-accent); text-decoration: none; font-weight: 700; }
table.calendar small { display: block; color: var(--quiet); }
table.calendar .today { box-shadow: inset 0 0 0 1px var(--line); border-radius: .5rem; }
@media (max-width: 40rem) { table.pictures td:nth-child(n) { display: block; text-align: start; } table.pictures td::before { display: block; } table.points td:nth-child(n) { display: block; width: auto; } table.points td::before { display: block; } }
`;
