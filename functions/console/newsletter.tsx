import { type Context, Hono } from 'hono';
import { assertMay, may } from '../../shared/domain/console/viewer.ts';
import type { AudienceSystem } from '../../shared/usecases/nurture/count-audience.ts';
import type { Outcome } from '../../shared/web/console/newsletter/issue-page.tsx';
import type { ConsoleEnv } from './console-env.ts';
import type { ShowPage } from './show-page.ts';

/** The newsletter and one-time mails: what goes out when, to how many, and a button that stops it. */
export function newsletterRoutes(
  system: AudienceSystem,
  show: ShowPage,
  { timeZone }: { timeZone: string },
): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get('/newsletter', async (c) => {
    const { viewer, language } = c.var;
    const { IssueList, listIssues, newsletterWords } = await load();
    const lines = await listIssues(system, viewer);
    const content = <IssueList language={language} playbook={await system.playbook()} lines={lines} />;
    return show(c, { current: 'mails', title: newsletterWords[language].title, content });
  });

  routes.get('/newsletter/:on/:mail', (c) => {
    const { done } = c.req.query();
    return showIssue(c, done === 'stop' || done === 'go-on' ? done : undefined);
  });

  routes.post('/newsletter/:on/:mail', async (c) => {
    assertMay(c.var.viewer, 'change-nurture');
    const to = (await c.req.formData()).get('action') === 'go-on' ? 'go-on' : 'stop';
    const { changeIssue, issueAddress } = await load();
    const key = keyOf(c);
    const changed = await changeIssue(system, c.var.viewer, key, to);
    if (changed === 'unknown') return c.notFound();
    if (changed === 'done') return c.redirect(`${issueAddress(key)}?done=${to}`, 303);
    return showIssue(c, changed, changed === 'over' ? 409 : 200);
  });

  return routes;

  async function showIssue(c: Context<ConsoleEnv>, outcome?: Outcome, status: 200 | 409 = 200) {
    const { viewer, language } = c.var;
    const { IssuePage, readIssue } = await load();
    const line = await readIssue(system, viewer, keyOf(c));
    if (line === undefined) return c.notFound();
    const { team } = line.playbook.sales;
    const content = (
      <IssuePage
        {...{ language, timeZone, line, outcome }}
        mayChange={may(viewer, 'change-nurture')}
        colleague={(by) => team[by]?.name ?? by}
      />
    );
    return show(c, { current: 'mails', title: line.heading[language], content, status });
  }
}

function keyOf(c: Context<ConsoleEnv>) {
  return { on: c.req.param('on') ?? '', mail: c.req.param('mail') ?? '' };
}

async function load() {
  const [listed, stopped, list, page, address, words] = await Promise.all([
    import('../../shared/usecases/nurture/list-issues.ts'),
    import('../../shared/usecases/nurture/stop-issue.ts'),
    import('../../shared/web/console/newsletter/issue-list.tsx'),
    import('../../shared/web/console/newsletter/issue-page.tsx'),
    import('../../shared/web/console/newsletter/issue-address.ts'),
    import('../../shared/web/console/newsletter/words.ts'),
  ]);
  return { ...listed, ...stopped, ...list, ...page, ...address, ...words };
}
