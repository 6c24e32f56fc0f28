import type { Context } from 'hono';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { leadCard } from '../../../shared/store/identity/lead-card.ts';
import { awaitSaid } from '../../../shared/usecases/identity/by-colleague/said-just-now.ts';
import { readJustAdded } from '../../../shared/usecases/identity/just-added.ts';
import { leadAddress } from '../../../shared/web/console/lead/lead-view.ts';
import { Message } from '../../../shared/web/console/parts/message.tsx';
import type { Saved } from '../../../shared/web/console/values/saved.ts';
import { valuesWords } from '../../../shared/web/console/values/words.ts';
import type { ConsoleEnv } from '../console-env.ts';
import type { LeadRoute } from './lead-route.ts';
import { showUnseen, showWhole } from './show-lead.tsx';

/** The page of a lead after a colleague said something of it. It waits a moment for scoring, and says when that takes longer. */
export async function showSaved(route: LeadRoute, c: Context<ConsoleEnv>, id: LeadId, saved: Saved) {
  const { system, show } = route;
  const words = valuesWords[c.var.language];
  const found = await readJustAdded(system, id, () => leadCard(system.table, id, { isConsistent: true }));
  if (found === undefined) return showUnseen(route, c, 'unknown');
  if (found === 'not-yet') {
    const content = (
      <Message title={words.beingAdded} text={words.takesMoment}>
        <a class="button" href={`${leadAddress(id)}?done=${saved}`}>
          {words.again}
        </a>
      </Message>
    );
    return show(c, { current: 'leads', title: words.beingAdded, content });
  }
  const isShown = await awaitSaid(system, id);
  const text = [words.done[saved], ...(isShown ? [] : [words.takesMoment])].join(' ');
  return showWhole(route, c, id, { isFresh: true, notice: { text, isRefusal: false } });
}
