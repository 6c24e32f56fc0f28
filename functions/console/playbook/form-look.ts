import type { Context } from 'hono';
import { assertMay } from '../../../shared/domain/console/viewer.ts';
import { isLanguage } from '../../../shared/domain/language.ts';
import { readYaml } from '../../../shared/playbook/edit/edit-yaml.ts';
import { withPosted } from '../../../shared/playbook/edit/posted-settings.ts';
import { settingAt } from '../../../shared/playbook/edit/setting-path.ts';
import { filesOf } from '../../../shared/usecases/playbook/draft/load-draft.ts';
import { readDraft } from '../../../shared/usecases/playbook/draft/read-draft.ts';
import { formLook } from '../../../shared/web/console/playbook/forms/form-look-page.ts';
import { lookOf } from '../../../shared/web/look/look.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';

/** The page of a form as visitors see it: no script, and nothing can be sent from it. */
const LOOK_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src https: data:',
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A form of the draft, as it was saved or, when its editor sends it along, as somebody types it. */
export async function showFormLook({ system }: PlaybookRoute, c: Context<ConsoleEnv>) {
  const { viewer, language } = c.var;
  assertMay(viewer, 'see-playbook');
  const draft = await readDraft(system, viewer);
  if (draft === undefined) return c.notFound();
  const files = filesOf(draft);
  const sent = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : undefined;
  const saved = readYaml(sent?.get('text') ?? files['forms.yaml'] ?? '')?.value;
  const forms = sent ? withPosted(saved, sent) : saved;
  const asked = (name: string) => sent?.get(name) ?? c.req.query(name) ?? '';
  const name = asked('entry');
  const [form, fields] = [settingAt(forms, [name]), readYaml(files['fields.yaml'] ?? '')?.value];
  if (form === undefined) return c.notFound();
  const locale = asked('in');
  c.header('content-security-policy', LOOK_POLICY);
  const look = lookOf(await system.playbook(), system.websiteUrl);
  return c.html(formLook({ name, form, fields, language: isLanguage(locale) ? locale : language, look }));
}
