import type { Context } from 'hono';
import { assertMay } from '../../../shared/domain/console/viewer.ts';
import {
  inventedRecipients,
  isInventedRecipient,
  type PreviewedLead,
} from '../../../shared/domain/nurture/mail/invented-recipients.ts';
import { workOnMail } from '../../../shared/playbook/edit/edit-mail.ts';
import { withBreaksOf } from '../../../shared/playbook/edit/line-breaks.ts';
import { readRecipient } from '../../../shared/usecases/console/preview-mails.ts';
import { askPreview } from '../../../shared/usecases/playbook/ask/ask-draft.ts';
import { mailOf } from '../../../shared/web/console/playbook/mail/form.tsx';
import { mailEditorWords } from '../../../shared/web/console/playbook/mail/words.ts';
import { inScheme, isColourScheme } from '../../../shared/web/layout/colour-scheme.ts';
import type { ConsoleEnv } from '../console-env.ts';
import { MAIL_POLICY } from '../mail-policy.ts';
import type { PlaybookRoute } from './playbook-route.ts';

/** A mail of the draft as somebody would get it: as it was saved or, when its editor sends it along, as it is typed. */
export async function showMailLook({ system }: PlaybookRoute, c: Context<ConsoleEnv>, path: string) {
  const { viewer, language } = c.var;
  assertMay(viewer, 'see-playbook');
  const of = mailOf(path);
  if (of === undefined) return c.notFound();
  const sent = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : undefined;
  const asked = (name: string) => sent?.get(name) ?? c.req.query(name) ?? '';
  const words = mailEditorWords[language];
  // Whoever pastes the address of a lead's page gives its id with it.
  const id = asked('lead').trim().split('?')[0]?.split('/').at(-1) ?? '';
  const real = id === '' ? undefined : await readRecipient(system.table, viewer, id);
  c.header('content-security-policy', MAIL_POLICY);
  if (id !== '' && real === undefined) return c.text(words.unknownLead, 404);
  const person = asked('person');
  const lead: PreviewedLead = real ?? inventedRecipients[isInventedRecipient(person) ? person : 'pending'];
  const typed = sent && workOnMail(withBreaksOf('', sent.get('text') ?? ''), sent);
  const { profile, consent } = lead;
  const preview = await askPreview(system, viewer, {
    ...of,
    lead: { ...(profile && { profile }), ...(consent && { consent }) },
    ...(typed !== undefined && { unsaved: { path, text: typed } }),
  });
  if (preview.result !== 'shown') return c.text(words.notShown, 422);
  const scheme = asked('scheme');
  return c.html(isColourScheme(scheme) ? inScheme(preview.html, scheme) : preview.html);
}
