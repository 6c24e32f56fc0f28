import type { Child } from 'hono/jsx';
import type { Viewer } from '../../../../shared/domain/console/viewer.ts';
import { inventedRecipients } from '../../../../shared/domain/nurture/mail/invented-recipients.ts';
import { splitMail } from '../../../../shared/playbook/edit/edit-mail.ts';
import { mailHints } from '../../../../shared/playbook/edit/mail-hints.ts';
import { askPreview } from '../../../../shared/usecases/playbook/ask/ask-draft.ts';
import type { PartForm } from '../../../../shared/web/console/playbook/kit/part-form.ts';
import { MailFacts } from '../../../../shared/web/console/playbook/mail/facts.tsx';
import { MailForm, mailOf } from '../../../../shared/web/console/playbook/mail/form.tsx';
import type { PlaybookPageSystem } from '../playbook-page-system.ts';
import type { AskedPerson } from './previewed-lead.ts';

interface Shown {
  form: PartForm;
  path: string;
  text: string;
  /** Whom it was shown for. */
  person?: AskedPerson | undefined;
}

/** The words of a mail with how it looks, and what else there is to know of it. */
export async function mailView(
  system: PlaybookPageSystem,
  viewer: Viewer,
  { form, path, text, person }: Shown,
): Promise<{ fields: Child; below: Child }> {
  const { language } = form;
  const of = mailOf(path);
  const body = splitMail(text)?.body ?? '';
  const fields = <MailForm form={form} path={path} body={body} locale={of?.locale} asked={person} />;
  if (of === undefined) return { fields, below: null };
  const lead = inventedRecipients.pending;
  const preview = await askPreview(system, viewer, { ...of, language, lead, unsaved: { path, text } }).catch(
    () => undefined,
  );
  const shown = preview?.result === 'shown' ? { ...preview, links: linksIn(preview.html) } : undefined;
  const hints = shown ? mailHints(shown.subject, shown.preheader, body) : [];
  return { fields, below: <MailFacts {...{ language, path, shown, hints }} locale={of.locale} /> };
}

/** Where the links of a mail lead, each once. */
function linksIn(html: string): string[] {
  const found = [...html.matchAll(/<a\s[^>]*href="([^"]+)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
  return [...new Set(found)];
}
