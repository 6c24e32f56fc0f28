import type { Context } from 'hono';
import { assertMay } from '../../../../shared/domain/console/viewer.ts';
import { workOnMail } from '../../../../shared/playbook/edit/edit-mail.ts';
import { withBreaksOf } from '../../../../shared/playbook/edit/line-breaks.ts';
import { askPreview } from '../../../../shared/usecases/playbook/ask/ask-draft.ts';
import { mailOf } from '../../../../shared/web/console/playbook/mail/form.tsx';
import { mailEditorWords } from '../../../../shared/web/console/playbook/mail/words.ts';
import { inScheme, isColourScheme } from '../../../../shared/web/layout/colour-scheme.ts';
import type { ConsoleEnv } from '../../console-env.ts';
import { MAIL_POLICY } from '../../mail-policy.ts';
import type { PlaybookRoute } from '../playbook-route.ts';
import { previewedLead } from './previewed-lead.ts';

/** A mail of the draft as somebody would get it: as it was saved or, when its editor sends it along, as it is typed. */
export async function showMailLook({ system }: PlaybookRoute, c: Context<ConsoleEnv>, path: string) {
  const { viewer, language } = c.var;
  assertMay(viewer, 'see-playbook');
  const of = mailOf(path);
  if (of === undefined) return c.notFound();
  const sent = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : undefined;
  const asked = (name: string) => sent?.get(name) ?? c.req.query(name) ?? '';
  const words = mailEditorWords[language];
  const person = { person: asked('person'), lead: asked('lead') };
  const lead = await previewedLead(system.table, viewer, person);
  c.header('content-security-policy', MAIL_POLICY);
  if (lead === undefined) return c.text(words.unknownLead, 404);
  const typed = sent && workOnMail(withBreaksOf('', sent.get('text') ?? ''), sent);
  const preview = await askPreview(system, viewer, {
    ...of,
    ...{ language, lead },
    ...(typed !== undefined && { unsaved: { path, text: typed } }),
  });
  if (preview.result !== 'shown') return c.text(words.notShown, 422);
  const scheme = asked('scheme');
  return c.html(isColourScheme(scheme) ? inScheme(preview.html, scheme) : preview.html);
}
