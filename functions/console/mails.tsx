import { type Context, Hono } from 'hono';
import { isLanguage } from '../../shared/domain/language.ts';
import type { MailPreviewSystem } from '../../shared/usecases/console/preview-mails.ts';
import type { ConsoleEnv } from './console-env.ts';
import { MAIL_POLICY } from './mail-policy.ts';
import type { ShowPage } from './show-page.ts';

/** The mails of the published playbook: all of them, and one as its recipient would see it. */
export function mailRoutes(system: MailPreviewSystem, show: ShowPage): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>();

  routes.get('/mails', async (c) => {
    const { viewer, language } = c.var;
    const { listPublishedMails } = await load();
    const listed = await listPublishedMails(system, viewer);
    const [{ MailList }, { mailWords }] = await Promise.all([
      import('../../shared/web/console/mails/mail-list.tsx'),
      import('../../shared/web/console/mails/words.ts'),
    ]);
    const content = <MailList language={language} {...listed} />;
    return show(c, { current: 'mails', title: mailWords[language].title, content });
  });

  routes.get('/mails/:mail', async (c) => {
    const asked = askedOf(c);
    const { previewPublishedMail } = await load();
    const preview = await previewPublishedMail(system, c.var.viewer, asked);
    if (preview === undefined) return c.notFound();
    const { MailPage } = await import('../../shared/web/console/mails/mail-page.tsx');
    const status = preview.lead === 'unknown' ? 404 : 200;
    const content = <MailPage language={c.var.language} asked={asked} preview={preview} />;
    return show(c, { current: 'mails', title: asked.mail, content, status });
  });

  routes.get('/mails/:mail/html', async (c) => {
    const { previewPublishedMail } = await load();
    const { inScheme, isColourScheme } = await import('../../shared/web/layout/colour-scheme.ts');
    const preview = await previewPublishedMail(system, c.var.viewer, askedOf(c));
    if (preview === undefined) return c.notFound();
    const { scheme = '' } = c.req.query();
    const { html } = preview.content;
    c.header('content-security-policy', MAIL_POLICY);
    return c.html(isColourScheme(scheme) ? inScheme(html, scheme) : html);
  });

  return routes;
}

const load = () => import('../../shared/usecases/console/preview-mails.ts');

function askedOf(c: Context<ConsoleEnv>) {
  const { in: locale, variant = '', person = '', lead = '' } = c.req.query();
  return {
    mail: c.req.param('mail') ?? '',
    variant,
    locale: isLanguage(locale) ? locale : undefined,
    reader: c.var.language,
    person,
    // Whoever pastes the address of a lead's page gives its id with it.
    lead: lead.trim().split('?')[0]?.split('/').at(-1) ?? '',
  };
}
