import type { Context } from 'hono';
import { readDraft } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { playbookWords } from '../../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../../console-env.ts';
import type { PlaybookRoute } from '../playbook-route.ts';
import type { Shown } from '../show-file.tsx';
import { madeMail } from './new-mail.tsx';

/**
 * Makes a mail under the name that was typed beside a setting, and chooses it there: `form` says so from then on.
 * @param pointer the setting, such as `/whitepaper-tips/steps/3/mail`
 * @returns what to tell, and the draft that has the mail
 */
export async function mailForSetting(
  route: PlaybookRoute,
  c: Context<ConsoleEnv>,
  { form, pointer, draft }: { form: URLSearchParams; pointer: string; draft: Shown['draft'] },
): Promise<Pick<Shown, 'notice' | 'draft'>> {
  const { language, viewer } = c.var;
  const asked = {
    name: form.get(`new:${pointer}`) ?? '',
    asksToConfirm: form.get(`asks:${pointer}`) === 'on',
  };
  const made = await madeMail(route, c, asked);
  if ('problem' in made) {
    const notice = (
      <p class="notice refusal" role="alert">
        {made.problem}
      </p>
    );
    return { notice, draft };
  }
  form.set(`text:${pointer}`, made.name);
  const notice = (
    <p class="notice" role="status">
      {playbookWords[language].mailChoice.made(made.name)}
    </p>
  );
  return { notice, draft: (await readDraft(route.system, viewer)) ?? draft };
}
