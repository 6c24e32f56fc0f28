/** The look of the start page, in the light and in the dark, from phone to desk. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f5f6f4, #14171a);
  --card: light-dark(#fff, #1d2226);
  --ink: light-dark(#1b2422, #e9eeec);
  --quiet: light-dark(#55625e, #a3b0ac);
  --edge: light-dark(#dde3e0, #2c3337);
  --accent: light-dark(#0b6b4f, #53c99c);
  --on-accent: light-dark(#fff, #0a1f18);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; overflow-wrap: anywhere; }
header, main { max-width: 62rem; margin: 0 auto; padding: 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; justify-content: space-between; padding-bottom: 0; }
main { display: grid; gap: 1.25rem; padding-bottom: 4rem; }
h1 { margin: 0; font-size: clamp(1.5rem, 5vw, 2.125rem); line-height: 1.2; text-wrap: balance; }
h2 { margin: 0 0 .75rem; font-size: 1.125rem; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .25rem; }
section, .doors a { background: var(--card); border: 1px solid var(--edge); border-radius: .75rem; padding: 1.25rem; }
#live { display: grid; gap: 1.25rem; }
main > *, #live > * { min-width: 0; }
h3 { margin: 0 0 .25rem; font-size: 1rem; }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); margin: 0; padding: 0; list-style: none; }
.cards .card { border: 1px solid var(--edge); border-radius: .5rem; padding: 1rem; }
.cards p { margin: 0 0 .5rem; } .did { padding: 0; list-style: none; font-size: .9375rem; }
.figures { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0; padding: 0; list-style: none; font-size: 1.125rem; font-weight: 600; }
.result { display: block; } .result a { margin-right: 1rem; }
.lead-in { color: var(--quiet); max-width: 42rem; margin: .5rem 0 0; }
.doors { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); }
.doors a { display: block; text-decoration: none; font-weight: 600; font-size: 1.125rem; }
.doors a:hover { border-color: var(--accent); }
.doors small, .latest small { display: block; color: var(--quiet); font-weight: 400; font-size: .875rem; }
ol { margin: 0; padding-left: 1.5rem; } ol li { margin-bottom: .375rem; }
.empty, .quiet, .hint { color: var(--quiet); } .empty { margin: 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
.buttons + .hint { margin: 1rem 0 0; }
.buttons { align-items: center; } .buttons form { margin: 0; } .sample { margin-top: 1rem; }
button { min-height: 2.75rem; padding: .5rem 1.125rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button.outlined { background: none; color: var(--accent); border: 1px solid currentColor; }
button:disabled { opacity: .6; cursor: progress; }
progress { display: block; width: 100%; height: .5rem; margin-top: 1rem; accent-color: var(--accent); } progress[hidden] { display: none; }
#status { position: fixed; bottom: 1rem; left: 50%; translate: -50%; width: max-content; max-width: calc(100% - 2rem); margin: 0; border-radius: .5rem; background: var(--ink); color: var(--paper); }
#status:not(:empty) { padding: .625rem 1rem; }
.columns { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); align-items: start; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; text-align: left; border-top: 1px solid var(--edge); }
thead th { border: 0; color: var(--quiet); font-weight: 400; font-size: .875rem; }
td { overflow-wrap: break-word; } td:has(meter) { white-space: nowrap; }
meter { width: 4.5rem; margin-right: .5rem; vertical-align: middle; }
.latest, .names { margin: 0; padding: 0; list-style: none; }
.latest li { padding: .5rem 0; border-top: 1px solid var(--edge); } .latest li:first-child { border: 0; padding-top: 0; }
details { border-top: 1px solid var(--edge); padding: .625rem 0; }
summary { cursor: pointer; font-weight: 600; }
dl { margin: .75rem 0 0; } .names { padding-top: .5rem; }
.functions { display: grid; gap: .25rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
.functions > div { padding: .5rem 0; } dd { margin: 0 0 0 1rem; color: var(--quiet); font-size: .9375rem; }
code { font: .875em ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
dt code { font-weight: 600; color: var(--accent); margin-right: .375rem; }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  tr { display: block; padding: .5rem 0; border-top: 1px solid var(--edge); } tbody tr:first-child { border: 0; }
  th, td { display: flex; gap: .75rem; border: 0; padding: .125rem 0; }
  td::before { content: attr(data-label); flex: 0 0 7rem; color: var(--quiet); }
}
`;
