import type { Context } from 'hono';
import { newMail } from '../../../../shared/playbook/new/new-files.ts';
import { makeDrafts } from '../../../../shared/usecases/playbook/draft/make-drafts.ts';
import { fileAddress } from '../../../../shared/web/console/playbook/addresses.ts';
import { mailEditorWords } from '../../../../shared/web/console/playbook/mail/words.ts';
import { playbookWords } from '../../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../../console-env.ts';
import type { PlaybookRoute } from '../playbook-route.ts';
import { showFiles } from '../show-files.tsx';

/** Makes the files of a new mail in every language, and shows the first. What is there already under its name stays. */
export async function makeMail(route: PlaybookRoute, c: Context<ConsoleEnv>, typed: URLSearchParams) {
  const asked = { name: typed.get('name') ?? '', asksToConfirm: typed.get('asks') === 'on' };
  const made = await madeMail(route, c, asked);
  if ('problem' in made)
    return showFiles(route, c, { notice: { text: made.problem, isRefusal: true }, status: 422 });
  return c.redirect(fileAddress(`mails/${made.name}.${c.var.language}.md`), 303);
}

/**
 * Makes the files of a mail in every language. Making it again, before anybody has written it, changes nothing.
 * @returns its name; else what stands in the way, in words
 */
export async function madeMail(
  { system }: PlaybookRoute,
  { var: { language, viewer } }: Context<ConsoleEnv>,
  asked: { name: string; asksToConfirm: boolean },
): Promise<{ name: string } | { problem: string }> {
  const { asksToConfirm } = asked;
  const name = asked.name.trim();
  const made = await makeDrafts(system, viewer, (files) => newMail(files, name, { asksToConfirm }));
  if (made.result === 'made') return { name };
  if (made.result === 'refused') return { problem: playbookWords[language].file.refused[made.why] };
  return { problem: mailEditorWords[language].taken };
}
