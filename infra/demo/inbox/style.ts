/** Styles of the inbox, beside those of the start page. */
export const INBOX_STYLE = `
main > * { min-width: 0; }
header nav { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: baseline; }
.back { margin: 0 0 .25rem; font-size: .9375rem; }
.choice { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); align-items: end; margin: 0; }
.choice label { display: block; font-weight: 600; margin-bottom: .25rem; }
.choice input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid var(--quiet); border-radius: .5rem; background: var(--card); color: var(--ink); font: inherit; }
.mails { margin: 0; padding: 0; list-style: none; }
.mails li { margin: 0; padding: .75rem 0; border-top: 1px solid var(--edge); }
.mails .subject { display: block; font-weight: 600; }
.mails small { color: var(--quiet); font-size: .875rem; }
.begin { margin: .125rem 0 0; color: var(--quiet); font-size: .9375rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.pages { display: flex; gap: 1.25rem; } .pages:has(a) { padding-top: 1rem; }
.head { display: grid; gap: .375rem; margin: 0 0 .75rem; }
.head > div { display: grid; grid-template-columns: 8rem 1fr; gap: 0 1rem; }
.head dt { color: var(--quiet); } .head dd { margin: 0; color: var(--ink); font-size: 1rem; } .head dd a { margin-right: .75rem; }
.headers { padding-top: .5rem; } .headers > div { grid-template-columns: 12rem 1fr; } .headers dt, .headers dd { font: .8125rem/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
.views { display: flex; flex-wrap: wrap; gap: .75rem 2rem; margin-bottom: 1rem; }
.views nav { display: flex; flex-wrap: wrap; gap: .375rem; }
.views a { padding: .375rem .75rem; border: 1px solid var(--edge); border-radius: .5rem; text-decoration: none; }
.views a[aria-current] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
section:has(iframe.desk) { overflow-x: auto; }
iframe { display: block; border: 1px solid var(--edge); border-radius: .5rem; height: 46rem; max-height: 85vh; }
iframe.screen { width: 100%; } iframe.phone { width: 24.375rem; max-width: 100%; } iframe.desk { width: 46rem; }
pre { margin: 0; white-space: pre-wrap; font: .875rem/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
a.button { display: inline-flex; align-items: center; min-height: 2.75rem; padding: .375rem 1rem; border: 1px solid currentColor; border-radius: .5rem; text-decoration: none; font-weight: 600; }
a.button.primary { background: var(--accent); color: var(--on-accent); }
.slack .title { font-weight: 700; font-size: 1.125rem; } .slack hr { border: 0; border-top: 1px solid var(--edge); margin: .75rem 0; }
.slack blockquote { margin: 0 0 .75rem; padding-left: .75rem; border-left: 4px solid var(--edge); }
.slack .mrkdwn { white-space: pre-line; } .slack { max-width: 44rem; }
@media (max-width: 40rem) { .head > div, .headers > div { grid-template-columns: 1fr; } .head dt { font-size: .875rem; } }
`;
