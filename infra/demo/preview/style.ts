/** Styles of the preview, beside those of the start page. */
export const PREVIEW_STYLE = `
header nav { display: flex; gap: 1.25rem; }
.choice { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); align-items: end; margin: 0; }
.choice label { display: block; font-weight: 600; margin-bottom: .25rem; }
select { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--quiet); border-radius: .5rem; background: var(--card); color: var(--ink); font: inherit; }
.head { display: grid; gap: .5rem 1.5rem; margin: 0; }
.head dt { color: var(--quiet); font-size: .875rem; } .head dd { margin: 0; color: var(--ink); font-size: 1rem; }
.head .subject { font-weight: 600; }
.frames { display: flex; flex-wrap: wrap; gap: 1.5rem; }
figure { margin: 0; max-width: 100%; } figcaption { color: var(--quiet); font-size: .875rem; margin-bottom: .375rem; }
iframe { display: block; border: 1px solid var(--edge); border-radius: .5rem; max-width: 100%; height: 42rem; }
iframe.phone { width: 24.375rem; } iframe.desk { width: 46rem; }
pre { margin: 0; white-space: pre-wrap; font: .875rem/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
.mistakes { margin: 0; padding: 0; list-style: none; } .mistakes li { padding: .5rem 0; border-top: 1px solid var(--edge); }
`;
