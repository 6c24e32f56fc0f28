import { Hono } from 'hono';
import { askedLanguage } from '../../../shared/domain/language.ts';
import { requestLanguage } from '../request-language.ts';
import { readPeople } from './people.ts';
import { renderPreview } from './preview-page.tsx';

interface Options {
  /** The folder of the marketers' files. */
  playbook: string;
  api: string;
  website: string;
}

/** The page that previews a mail of the playbook: `?mail=`, `?locale=` and `?lead=`, which is an id, never an address. */
export function previewRoutes({ playbook, api, website }: Options): Hono {
  const app = new Hono();
  app.get('/_local/preview', async (c) => {
    // Loaded only here: rendering mails takes a while to load, and most twins never preview one.
    const { previewableMails, previewMail } = await import(
      '../../../shared/usecases/nurture/preview-mail.ts'
    );
    const language = requestLanguage(c);
    const people = await readPeople(api);
    const mails = previewableMails(playbook);
    const askedMail = c.req.query('mail') ?? '';
    const mail = mails.includes(askedMail) ? askedMail : (mails[0] ?? '');
    const locale = askedLanguage({ locale: c.req.query('locale') }) ?? language;
    const { choice, ...recipient } = people.find(c.req.query('lead') ?? '');
    const preview = await previewMail(playbook, { mail, locale, ...recipient, website, api });
    const choices = { mail, locale, lead: choice, mails, leads: people.leads } as const;
    c.header('cache-control', 'no-store');
    c.header('vary', 'accept-language');
    return c.html(renderPreview({ preview, choices, language }));
  });
  return app;
}
