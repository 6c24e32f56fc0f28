import type { Context } from 'hono';
import { NotAllowed, type Viewer } from '../../shared/domain/console/viewer.ts';
import type { LogSystem } from '../../shared/usecases/console/record-log.ts';
import { pages } from '../../shared/web/console/pages.ts';
import { Message } from '../../shared/web/console/parts/message.tsx';
import { consoleWords } from '../../shared/web/console/words.ts';
import { ButtonForm } from '../../shared/web/layout/button-form.tsx';
import type { ConsoleEnv } from './console-env.ts';
import { logRefusal } from './log-refusal.ts';
import { ForeignOrigin } from './protect.ts';
import type { ShowPage } from './show-page.ts';
import { SignedOut } from './sign-in/session.ts';

interface Settings {
  reportFailure: (error: Error) => void;
  /** Whose session a request has. */
  viewerIn: (c: Context<ConsoleEnv>) => Promise<Viewer | undefined>;
}

/** What became of a request that no route could answer, as a page that says what to do next. */
export function showFailure(show: ShowPage, system: LogSystem, { reportFailure, viewerIn }: Settings) {
  return async (error: Error, c: Context<ConsoleEnv>): Promise<Response> => {
    const words = consoleWords[c.var.language].errors;
    if (error instanceof NotAllowed) {
      // It stays refused when it cannot be logged.
      await logRefusal(system, c.var.viewer, c).catch(reportFailure);
      return show(c, {
        title: words.notAllowed,
        content: <Message title={words.notAllowed} text={words.notAllowedMore} />,
        status: 403,
      });
    }
    if (error instanceof ForeignOrigin) {
      await logForeign(c).catch(reportFailure);
      return show(c, {
        title: words.origin,
        content: <Message title={words.origin} text={words.originMore} />,
        status: 403,
      });
    }
    if (error instanceof SignedOut) return showSignedOut(show, c);
    const form = c.req.method === 'POST' ? await sentForm(c) : new FormData();
    if (form === undefined)
      return show(c, {
        title: words.noForm,
        content: <Message title={words.noForm} text={words.noFormMore} />,
        status: 400,
      });
    reportFailure(error);
    c.header('retry-after', '5');
    const { pathname, search } = new URL(c.req.url);
    const again = pathname + search;
    const content = (
      <Message title={words.unavailable} text={words.unavailableMore}>
        {c.req.method === 'POST' ? (
          <ButtonForm action={again} fields={textsIn(form)}>
            {words.again}
          </ButtonForm>
        ) : (
          <a class="button" href={again}>
            {words.again}
          </a>
        )}
      </Message>
    );
    return show(c, { title: words.unavailable, content, status: 503 });
  };

  /** Whoever is not signed in could fill the log. */
  async function logForeign(c: Context<ConsoleEnv>): Promise<void> {
    const viewer = await viewerIn(c);
    if (viewer) await logRefusal(system, viewer, c, 'foreign-origin');
  }
}

/** The page for an address that shows nothing. */
export function showUnknown(show: ShowPage) {
  return (c: Context<ConsoleEnv>) => {
    const words = consoleWords[c.var.language].errors;
    const content = (
      <Message title={words.unknown} text={words.unknownMore}>
        <a class="button" href={pages.today}>
          {words.home}
        </a>
      </Message>
    );
    return show(c, { title: words.unknown, content, status: 404 });
  };
}

/** A form that was sent after the session had ended. */
async function showSignedOut(show: ShowPage, c: Context<ConsoleEnv>): Promise<Response> {
  const { language } = c.var;
  const { pathname, search } = new URL(c.req.url);
  const form = (await sentForm(c)) ?? new FormData();
  const [{ SignedOutMessage }, { signInWords }] = await Promise.all([
    import('../../shared/web/console/sign-in/message.tsx'),
    import('../../shared/web/console/sign-in/words.ts'),
  ]);
  // htmx puts the answer into a part of the page otherwise.
  for (const name of ['hx-retarget', 'hx-reselect']) c.header(name, 'main');
  c.header('hx-reswap', 'outerHTML');
  const content = (
    <SignedOutMessage
      action={pathname + search}
      fields={textsIn(form)}
      hadFiles={[...form.values()].some((value) => typeof value !== 'string')}
      language={language}
    />
  );
  return show(c, { title: signInWords[language].ended, content, status: 401 });
}

/** What was sent; undefined when it is no form. */
function sentForm(c: Context<ConsoleEnv>): Promise<FormData | undefined> {
  return c.req.formData().catch(() => undefined);
}

/** What was typed, so that nothing of it is lost. */
function textsIn(form: FormData): [string, string][] {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}
