import { Hono } from 'hono';
import { inScheme, isColourScheme } from '../../../shared/web/layout/colour-scheme.ts';
import type { RunningTwin } from '../../local/running-twin.ts';
import { findLeadId } from '../find-lead-id.ts';
import { requestLanguage } from '../request-language.ts';
import { renderInbox } from './inbox-page.tsx';
import { renderMailPage, renderNoMail } from './mail-page.tsx';
import { isMailView } from './mail-views.tsx';
import { renderMessage, renderSlack } from './slack/slack-page.tsx';

const PER_PAGE = 20;
/** The longest list of people to choose from. */
const MAX_PEOPLE = 300;

/** Allows what a mail client does: pictures and styles, and links that open elsewhere; never a script. */
const MAIL_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  'img-src http: https: data:',
  "style-src 'unsafe-inline' http: https:",
  'font-src http: https: data:',
  "base-uri 'none'",
].join('; ');

/**
 * The inbox with the mails to everybody, newest first and found by words and by person, and the messages in Slack. Each has
 * an address.
 */
export function inboxRoutes(twin: Pick<RunningTwin, 'mails' | 'slackPosts' | 'addresses'>): Hono {
  const { mails, slackPosts, addresses } = twin;
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('vary', 'accept-language');
  });

  app.get('/', (c) => {
    const { q = '', to = '', before = '' } = c.req.query();
    const found = mails.find({ words: q, to, before: Number(before) || undefined, limit: PER_PAGE });
    const people = mails.recipients(MAX_PEOPLE);
    return c.html(renderInbox({ q, to, before, found, people, addresses, language: requestLanguage(c) }));
  });

  app.get('/mails/:id', async (c) => {
    const language = requestLanguage(c);
    const found = mails.read(c.req.param('id'));
    if (!found) return c.html(renderNoMail({ language, addresses }), 404);
    const { mail } = found;
    const { view: asked = '', scheme = '' } = c.req.query();
    const leads = await Promise.all(mail.to.map((address) => findLeadId(addresses.api, address)));
    return c.html(
      renderMailPage({
        ...{ mail, addresses, language, leads: leads.filter((id) => id !== undefined) },
        view: isMailView(asked) ? asked : mail.html ? 'screen' : 'text',
        scheme: isColourScheme(scheme) ? scheme : undefined,
      }),
    );
  });

  app.get('/mails/:id/html', (c) => {
    const html = mails.read(c.req.param('id'))?.mail.html;
    if (!html) return c.notFound();
    const { scheme = '' } = c.req.query();
    c.header('content-security-policy', MAIL_POLICY);
    c.header('referrer-policy', 'no-referrer');
    return c.html(opensElsewhere(isColourScheme(scheme) ? inScheme(html, scheme) : html));
  });

  app.get('/mails/:id/source', (c) => {
    const found = mails.read(c.req.param('id'));
    if (!found) return c.notFound();
    c.header('content-type', 'text/plain; charset=utf-8');
    c.header('x-content-type-options', 'nosniff');
    return c.body(new Uint8Array(found.raw));
  });

  app.get('/slack', (c) => {
    const { before = '' } = c.req.query();
    return c.html(renderSlack({ posts: slackPosts(), before, addresses, language: requestLanguage(c) }));
  });

  app.get('/slack/:number{\\d+}', (c) => {
    const language = requestLanguage(c);
    const number = Number(c.req.param('number'));
    const message = renderMessage({ posts: slackPosts(), number, addresses, language });
    return message ? c.html(message) : c.html(renderNoMail({ language, addresses }), 404);
  });
  return app;
}

/** The mail with links that open in a new tab, as in a mail client. */
function opensElsewhere(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}
