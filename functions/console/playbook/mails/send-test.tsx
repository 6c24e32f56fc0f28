import type { Context } from 'hono';
import type { TestAnswer } from '../../../../shared/contract/playbook-commands.ts';
import { askTestMail } from '../../../../shared/usecases/playbook/ask/ask-test-mail.ts';
import { mailOf } from '../../../../shared/web/console/playbook/mail/form.tsx';
import { mailEditorWords } from '../../../../shared/web/console/playbook/mail/words.ts';
import type { ConsoleEnv } from '../../console-env.ts';
import type { PlaybookPageSystem } from '../playbook-page-system.ts';
import { type AskedPerson, previewedLead } from './previewed-lead.ts';

interface Typed {
  path: string;
  /** The mail as it is typed. */
  text: string;
  asked: AskedPerson;
}

/** Sends the viewer a mail as it is typed, and says what became of it. */
export async function sendTest(system: PlaybookPageSystem, c: Context<ConsoleEnv>, typed: Typed) {
  const { viewer, language } = c.var;
  const { unknownLead, test: words } = mailEditorWords[language];
  const { result } = await answerTo(system, c, typed);
  if (result === 'sent')
    return (
      <p class="notice" role="status">
        {words.sent(viewer.email)}
      </p>
    );
  const isBroken = result === 'mistakes' || result === 'unknown' || result === 'unpublished';
  return (
    <p class="notice refusal" role="alert">
      {result === 'unknown-lead' ? unknownLead : isBroken ? words.broken : words[result]}
    </p>
  );
}

async function answerTo(
  system: PlaybookPageSystem,
  { var: { viewer, language } }: Context<ConsoleEnv>,
  { path, text, asked }: Typed,
): Promise<{ result: TestAnswer['result'] | 'unknown-lead' }> {
  const of = mailOf(path);
  if (of === undefined) return { result: 'unknown' };
  const lead = await previewedLead(system.table, viewer, asked);
  if (lead === undefined) return { result: 'unknown-lead' };
  // Whatever goes wrong, the page with what was typed is what they get.
  return askTestMail(system, viewer, { ...of, language, lead, unsaved: { path, text } }).catch(() => ({
    result: 'unclear' as const,
  }));
}
