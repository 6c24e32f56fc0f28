import { Hono } from 'hono';
import { html } from 'hono/html';
import { isLanguage } from '../../../shared/domain/language.ts';
import { requestLanguage } from '../request-language.ts';
import { readPeople } from './people.ts';
import { PreviewPage } from './preview-page.tsx';
import { previewWords } from './words.ts';

interface Options {
  /** The marketers' files. */
  playbook: string;
  api: string;
  website: string;
}

/** The page that shows a mail of the playbook's files: `?mail=`, `?locale=` and `?lead=`, an id and never an address. */
export function previewRoutes({ playbook, api, website }: Options): Hono {
  const app = new Hono();
  app.get('/_local/preview', async (c) => {
    // What makes mails takes a while to load, and most twins never show one.
    const { previewableMails, previewMail } = await import(
      '../../../shared/usecases/nurture/preview-mail.ts'
    );
    const language = requestLanguage(c);
    const people = await readPeople(api);
    const mails = previewableMails(playbook);
    const asked = c.req.query('mail') ?? '';
    const mail = mails.includes(asked) ? asked : (mails[0] ?? '');
    const askedLocale = c.req.query('locale');
    const locale = isLanguage(askedLocale) ? askedLocale : language;
    const { choice, ...whom } = people.find(c.req.query('lead') ?? '');
    const preview = await previewMail(playbook, { mail, locale, ...whom, website, api });
    const choices = { mail, locale, lead: choice, mails, leads: people.leads } as const;
    c.header('cache-control', 'no-store');
    c.header('vary', 'accept-language');
    const page = <PreviewPage preview={preview} choices={choices} words={previewWords[language]} />;
    return c.html(html`<!doctype html>${page}`);
  });
  return app;
}
