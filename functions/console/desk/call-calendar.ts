import type { Context } from 'hono';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { readAnswers } from '../../../shared/usecases/handover/read-answers.ts';
import type { ReadSystem } from '../../../shared/usecases/lead-system.ts';
import { deskWords } from '../../../shared/web/console/desk/words.ts';
import { answerAddress } from '../../../shared/web/handover/answer-address.ts';
import { callFile } from '../../../shared/web/handover/calendar-file.ts';
import type { ConsoleEnv } from '../console-env.ts';

/** The next call to a lead as a file for a calendar; undefined when none is planned. */
export async function callCalendar(
  { system, publicUrl }: { system: ReadSystem; publicUrl: string },
  c: Context<ConsoleEnv>,
  id: LeadId,
): Promise<Response | undefined> {
  const found = await readAnswers(system, c.var.viewer, id);
  const at = found?.lead.handover?.callBack?.at;
  if (found === undefined || at === undefined) return undefined;
  const file = callFile({
    id: `${id}.call`,
    at,
    writtenAt: system.now(),
    title: deskWords[c.var.language].call(found.name),
    link: publicUrl + answerAddress(id),
  });
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="call.ics"',
    'cache-control': 'no-store',
  });
}
