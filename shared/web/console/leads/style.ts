/** What the list of leads adds to the style of the console. */
export const leadsStyle = `
.filters .search { flex: 3 1 16rem; }
.filters details { flex: 1 1 100%; }
table.leads tbody th span { display: block; }
table.leads tbody th .small { font-weight: 400; }
.further { margin: 1rem 0; }
table.leads .score { display: grid; grid-template-columns: 2rem 4rem; gap: 0 .5rem; align-items: center; }
table.leads .score > .small { grid-column: 1 / -1; }
.leads-page .leads-page thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 40rem) {
  table.leads tbody tr { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .125rem 1.25rem; }
  table.leads tbody th, table.leads td:last-child { display: block; grid-column: 1 / -1; }
  table.leads td:has(> time) { grid-column: 1 / -1; justify-content: start; }
  table.leads td:last-child::before { content: none; }
}
`;
