import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { NotAllowed } from '../../../shared/domain/console/viewer.ts';
import { shownSubject } from '../../../shared/usecases/nurture/shown-subject.ts';
import { readTryOut } from '../../../shared/usecases/playbook/ask/read-try-out.ts';
import { MistakeList } from '../../../shared/web/console/playbook/kit/mistake-list.tsx';
import { mistakeAddress } from '../../../shared/web/console/playbook/mistake-address.ts';
import { TryOutFrame, TryOutPage } from '../../../shared/web/console/playbook/try-out/page.tsx';
import { tryOutWords } from '../../../shared/web/console/playbook/try-out/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';

/** `GET /console/playbook/try-out`: what publishing the shared draft would do to the leads there are. */
export async function showTryOut({ system, show, timeZone }: PlaybookRoute, c: Context<ConsoleEnv>) {
  const { viewer, language } = c.var;
  const words = tryOutWords[language];
  const page = { current: 'playbook', title: words.title } as const;
  const say = (content: Child, status: 200 | 422 | 503 = 200) =>
    show(c, { ...page, status, content: <TryOutFrame language={language}>{content}</TryOutFrame> });
  const refusal = (text: string) => (
    <p class="notice refusal" role="alert">
      {text}
    </p>
  );
  const read = await readTryOut(system, viewer, language).catch((error: unknown) => {
    if (error instanceof NotAllowed) throw error;
    return undefined;
  });
  if (read === undefined) return say(refusal(words.failed), 503);
  const { answer, people, hidden } = read;
  switch (answer.result) {
    case 'unpublished':
      return say(<p class="empty">{words.unpublished}</p>);
    case 'not-listed':
      return say(refusal(words.notListed), 503);
    case 'mistakes':
      return say(
        <>
          <p>{words.mistakes}</p>
          <MistakeList language={language} mistakes={answer.mistakes} address={mistakeAddress} />
          {answer.more > 0 && <p>{words.moreMistakes(answer.more)}</p>}
        </>,
      );
    case 'tried': {
      const { sequences, mails } = await system.playbook();
      const content = (
        <TryOutPage
          {...{ language, timeZone, people, hidden, tried: answer }}
          sequenceTitle={(sequence) => sequences[sequence]?.title[language]}
          mailTitle={(mail) => mails[mail] && shownSubject(mails[mail][language])}
        />
      );
      return show(c, { ...page, content });
    }
    default:
      return answer satisfies never;
  }
}
