/** What the page of a lead adds to the style of the console. */
export const leadStyle = `
.lead { max-width: 74rem; }
.lead .columns { grid-template-columns: minmax(0, 1fr); gap: 0 1rem; }
@media (min-width: 60rem) { .lead .columns { grid-template: 'now side' auto 'timeline side' 1fr / minmax(0, 3fr) minmax(0, 2fr); } .lead .now { grid-area: now; } .lead .side { grid-area: side; } .lead #timeline { grid-area: timeline; } }
.lead .who h1 { margin-bottom: .25rem; }
.lead .who .about { font-size: 1.0625rem; margin-bottom: .5rem; }
.lead .who .next { font-weight: 600; }
.lead .who .next.late { color: var(--warn); }
.lead .message { margin: 0 0 1rem; }
.lead blockquote { margin: 0; padding: .5rem .75rem; border-left: 4px solid var(--accent); background: var(--bed); border-radius: .25rem; white-space: pre-line; }
.lead ul.plain { list-style: none; margin: 0 0 .75rem; padding: 0; }
.lead ul.plain li { padding: .25rem 0; }
.lead ol.events { list-style: none; margin: 0; padding: 0; }
.lead ol.events li { display: flex; justify-content: space-between; gap: 1rem; padding: .625rem 0; border-top: 1px solid var(--edge); }
.lead ol.events li > :first-child { min-width: 0; }
.lead .points { flex: 0 1 auto; min-width: 5rem; max-width: 45%; text-align: right; }
.lead .points b { color: var(--accent); }
.lead .more { margin: .75rem 0 0; }
.lead .course + .course { border-top: 1px solid var(--edge); padding-top: .5rem; }
.lead svg.score { max-width: 40rem; }
.lead svg .grid { stroke: var(--edge); }
.lead svg .threshold { stroke: var(--warn); stroke-dasharray: 4 3; }
.lead svg .line { fill: none; stroke: var(--accent); stroke-width: 2; }
.lead svg .area { fill: var(--accent); opacity: .12; }
.lead svg text { font-size: 10px; }
@media (max-width: 40rem) { .lead svg text { font-size: 14px; } }
`;
