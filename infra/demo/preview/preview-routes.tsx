import { Hono } from 'hono';
import { html } from 'hono/html';
import { textsFor } from '../start-page/texts.ts';
import { readPeople } from './people.ts';
import { PreviewPage } from './preview-page.tsx';
import { previewTexts } from './texts.ts';

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
    const { language } = textsFor(c.req.query('lang'), c.req.header('accept-language'));
    const people = await readPeople(api);
    const mails = previewableMails(playbook);
    const asked = c.req.query('mail') ?? '';
    const mail = mails.includes(asked) ? asked : (mails[0] ?? '');
    const locale = (c.req.query('locale') ?? language) === 'nl' ? 'nl' : 'en';
    const { choice, ...whom } = people.find(c.req.query('lead') ?? '');
    const preview = await previewMail(playbook, { mail, locale, ...whom, website, api });
    const choices = { mail, locale, lead: choice, mails, leads: people.leads } as const;
    c.header('cache-control', 'no-store');
    c.header('vary', 'accept-language');
    const page = <PreviewPage preview={preview} choices={choices} texts={previewTexts(language)} />;
    return c.html(html`<!doctype html>${page}`);
  });
  return app;
}
