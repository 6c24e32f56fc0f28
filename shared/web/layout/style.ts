/** The style of the pages for visitors and leads, in the colours of the theme. It loads nothing else. */
export const STYLE = `
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  overflow-wrap: break-word;
}
body > header, main, body > footer { max-width: 34rem; margin: 0 auto; padding: 1.25rem; }
body > header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 1rem; padding-bottom: 0; font-size: .9375rem; }
body > header .company { display: inline-flex; align-items: center; gap: .5rem; min-height: 1.5rem; font-weight: 600; }
.logo { display: block; width: auto; height: auto; max-width: 12rem; max-height: 3rem; }
body > footer { padding-bottom: 3rem; }
body > footer p { margin: 0; }
body > footer ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .25rem 0 0; padding: 0; list-style: none; }
body > footer a { color: inherit; }
a { color: var(--accent); text-underline-offset: .2em; }
a, button, input, textarea { border-radius: .375rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.card {
  background: var(--card);
  border: 1px solid var(--edge);
  border-radius: .75rem;
  padding: clamp(1.25rem, 5vw, 2.25rem);
}
h1 { margin: 0 0 .75rem; font-size: clamp(1.5rem, 6vw, 2rem); line-height: 1.2; text-wrap: balance; }
h2 { margin: 0 0 .5rem; font-size: 1.125rem; }
p { margin: 0 0 1rem; }
.quiet { color: var(--quiet); }
.small { font-size: .9375rem; }
.field { margin: 0 0 1.25rem; }
label { display: block; margin-bottom: .25rem; font-weight: 600; }
label span { font-weight: 400; color: var(--quiet); }
input:not([type=checkbox], [type=radio]), textarea {
  width: 100%;
  min-height: 2.875rem;
  padding: .5rem .75rem;
  border: 1px solid var(--line);
  background: var(--card);
  color: inherit;
  font: inherit;
}
textarea { min-height: 8rem; resize: vertical; }
:is(input, textarea)[aria-invalid=true] { border: 2px solid var(--wrong); }
.check { display: flex; gap: .75rem; align-items: flex-start; }
.check input { flex: none; width: 1.375rem; height: 1.375rem; margin: .15rem 0 0; accent-color: var(--accent); }
.check label { margin: 0; font-weight: 400; }
.wrong { margin: 0 0 .25rem; color: var(--wrong); font-weight: 600; }
.summary { margin: 0 0 1.5rem; padding: 1rem; border: 2px solid var(--wrong); border-radius: .5rem; }
.summary ul { margin: 0; padding-left: 1.25rem; }
.summary a { color: var(--wrong); }
button, .button {
  display: inline-block;
  min-height: 2.875rem;
  padding: .625rem 1.25rem;
  border: 0;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
button.quiet { background: none; color: var(--accent); box-shadow: inset 0 0 0 1px var(--line); }
button:hover, .button:hover { filter: brightness(1.08); }
.card + .card { margin-top: 1.25rem; }
.card form + p, .card form + form { margin-top: 1.25rem; }
.card > :last-child { margin-bottom: 0; }
fieldset { margin: 0 0 1.25rem; padding: 0; border: 0; }
legend { margin-bottom: .5rem; padding: 0; font-weight: 600; }
.check + .check { margin-top: .75rem; }
blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 4px solid var(--accent); }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
dl { margin: 0; }
dl div { margin-bottom: .5rem; }
dt { color: var(--quiet); font-size: .9375rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.away { position: absolute; left: -10000px; width: 1px; height: 1px; overflow: hidden; }
@media (max-width: 30rem) { button { width: 100%; } }
@media (forced-colors: active) { button, .button { border: 1px solid; } }
`;
