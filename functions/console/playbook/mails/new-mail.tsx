import type { Context } from 'hono';
import { languages } from '../../../../shared/domain/language.ts';
import { newMail } from '../../../../shared/playbook/new/new-files.ts';
import { makeDrafts } from '../../../../shared/usecases/playbook/draft/make-drafts.ts';
import { fileAddress } from '../../../../shared/web/console/playbook/addresses.ts';
import { mailEditorWords } from '../../../../shared/web/console/playbook/mail/words.ts';
import { newWords } from '../../../../shared/web/console/playbook/new/words.ts';
import { playbookWords } from '../../../../shared/web/console/playbook/words.ts';
import { ownName } from '../../../../shared/web/language.ts';
import type { ConsoleEnv } from '../../console-env.ts';
import type { PlaybookRoute } from '../playbook-route.ts';
import { showFiles } from '../show-files.tsx';

/** Makes the files of a new mail in every language, and shows the first. What is there already under its name stays. */
export async function makeMail(route: PlaybookRoute, c: Context<ConsoleEnv>, typed: URLSearchParams) {
  const made = await madeMail(route, c, typed);
  if ('problem' in made)
    return showFiles(route, c, { notice: { text: made.problem, isRefusal: true }, status: 422 });
  return c.redirect(fileAddress(`mails/${made.name}.${c.var.language}.md`), 303);
}

/** Makes the same beside what somebody types in another form, and says what became of it. */
export async function madeMailNotice(route: PlaybookRoute, c: Context<ConsoleEnv>, typed: URLSearchParams) {
  const made = await madeMail(route, c, typed);
  if ('problem' in made)
    return (
      <p class="notice refusal" role="alert">
        {made.problem}
      </p>
    );
  const { name } = made;
  return (
    <p class="notice" role="status">
      {newWords[c.var.language].madeMail(name)}{' '}
      {languages.map((language) => (
        <>
          <a href={fileAddress(`mails/${name}.${language}.md`)}>{ownName(language)}</a>{' '}
        </>
      ))}
    </p>
  );
}

/** Makes the files of the mail that the fields ask for; else says what stands in the way. */
async function madeMail(
  { system }: PlaybookRoute,
  { var: { language, viewer } }: Context<ConsoleEnv>,
  typed: URLSearchParams,
): Promise<{ name: string } | { problem: string }> {
  const name = (typed.get('name') ?? '').trim();
  const asksToConfirm = typed.get('asks') === 'on';
  const made = await makeDrafts(system, viewer, (files) => newMail(files, name, { asksToConfirm }));
  if (made.result === 'made') return { name };
  if (made.result === 'refused') return { problem: playbookWords[language].file.refused[made.why] };
  return { problem: mailEditorWords[language].taken };
}
