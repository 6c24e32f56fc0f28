import type { Context } from 'hono';
import { languages } from '../../../../shared/domain/language.ts';
import { newMail } from '../../../../shared/playbook/edit/new-mail.ts';
import { saveDraft } from '../../../../shared/usecases/playbook/draft/save-draft.ts';
import { fileAddress } from '../../../../shared/web/console/playbook/addresses.ts';
import { mailEditorWords } from '../../../../shared/web/console/playbook/mail/words.ts';
import type { ConsoleEnv } from '../../console-env.ts';
import type { PlaybookRoute } from '../playbook-route.ts';
import { showFiles } from '../show-files.tsx';

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Makes the files of a new mail in every language. What is there already under its name stays. */
export async function makeMail(route: PlaybookRoute, c: Context<ConsoleEnv>, typed: string) {
  const { language, viewer } = c.var;
  const name = typed.trim();
  const taken = { text: mailEditorWords[language].taken, isRefusal: true };
  if (!NAME.test(name)) return showFiles(route, c, { notice: taken, status: 422 });
  for (const one of languages) {
    const made = { path: `mails/${name}.${one}.md`, text: newMail(name, one), ifMatch: undefined };
    const { result } = await saveDraft(route.system, viewer, made);
    if (result !== 'saved') return showFiles(route, c, { notice: taken, status: 422 });
  }
  return c.redirect(fileAddress(`mails/${name}.${language}.md`), 303);
}
