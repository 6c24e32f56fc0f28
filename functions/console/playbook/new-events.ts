import type { Context } from 'hono';
import { EVENTS, newEvents } from '../../../shared/playbook/edit/new/new-events.ts';
import { saveDraft } from '../../../shared/usecases/playbook/draft/save-draft.ts';
import { fileAddress } from '../../../shared/web/console/playbook/addresses.ts';
import { playbookWords } from '../../../shared/web/console/playbook/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { PlaybookRoute } from './playbook-route.ts';
import { showFiles } from './show-files.tsx';

/** Makes the file of webinars and seminars and shows it. What is there already stays. */
export async function makeEvents(route: PlaybookRoute, c: Context<ConsoleEnv>) {
  const saved = await saveDraft(route.system, c.var.viewer, {
    path: EVENTS,
    text: newEvents(),
    ifMatch: undefined,
  });
  if (saved.result === 'refused') {
    const text = playbookWords[c.var.language].file.refused[saved.why];
    return showFiles(route, c, { notice: { text, isRefusal: true }, status: 422 });
  }
  return c.redirect(fileAddress(EVENTS), 303);
}
