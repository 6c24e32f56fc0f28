import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isErased, type Lead } from '../../../../shared/domain/identity/lead.ts';
import { changesOf, type LeadChange } from '../../../../shared/domain/playbook/try-out/lead-changes.ts';
import { needsOf } from '../../../../shared/domain/playbook/try-out/needs.ts';
import { DAY_MS, plus } from '../../../../shared/domain/time.ts';
import type { PlaybookContent } from '../../../../shared/playbook/playbook.ts';
import { countReads } from '../../../../shared/store/counted-reads.ts';
import { leadsAsStored } from '../../../../shared/store/identity/leads-with-profiles.ts';
import { judgeLead } from '../../../../shared/usecases/playbook/try-out/judge-lead.ts';
import { scoreLead } from '../../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { aDraft, aLife, live } from './drawn.ts';
import { enrolStarted, livedWeek } from './lived-week.ts';
import { Population } from './population.ts';

const isOfMail = ({ kind }: LeadChange) => kind === 'mail-more' || kind === 'mail-less';

/** What the try-out says of each lead that is not erased. */
async function foretold({ table, ids, now }: Population, draft: PlaybookContent) {
  const [before, after] = [
    { ...live, version: 1 },
    { ...draft, version: 2 },
  ];
  const ahead = { from: now, until: plus(now, 7 * DAY_MS), enrolled: [], stopped: [] };
  const trial = { live: before, draft: after, now, needs: needsOf(before, after), ahead };
  const stored = await leadsAsStored(table, ids);
  return Promise.all(
    ids.map(async (id) => {
      const { lead, profile } = stored.get(id) ?? {};
      if (lead === undefined || isErased(lead)) return { id, lead: undefined, changes: [] };
      return { id, lead, ...(await judgeLead(countReads(table), { lead, profile }, trial)) };
    }),
  );
}

/** The mails that only one of two weeks has, as changes. */
function otherMails(without: Set<string>, withDraft: Set<string>): string[] {
  const more = [...withDraft].filter((mail) => !without.has(mail)).map((mail) => `mail-more ${mail}`);
  const less = [...without].filter((mail) => !withDraft.has(mail)).map((mail) => `mail-less ${mail}`);
  return [...more, ...less].sort();
}

/** SES allows no colon in the name of a sequence. */
const mailIn = (change: LeadChange) =>
  'mail' in change ? [`${change.kind} ${change.sequence.replace(':', '-')} ${change.mail}`] : [];

describe('what a try-out says of each lead', () => {
  it('is which mails then go out, and which no longer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aLife, { minLength: 5, maxLength: 6 }), aDraft, async (lives, draft) => {
        const [without, withDraft] = [await Population.of(lives, live), await Population.of(lives, live)];
        for (const one of [without, withDraft]) await enrolStarted(one);
        const told = await foretold(withDraft, draft);
        await withDraft.publish(draft);
        for (const id of withDraft.ids) await scoreLead(withDraft.system(), id, []);
        await enrolStarted(withDraft);
        const [before, after] = [await livedWeek(without), await livedWeek(withDraft)];
        for (const { id, changes } of told) {
          expect([id, ...changes.flatMap(mailIn).sort()]).toEqual([
            id,
            ...otherMails(before.get(id) ?? new Set(), after.get(id) ?? new Set()),
          ]);
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
  }, 120_000);

  it('is what publishing then does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aLife, { minLength: 8, maxLength: 12 }), aDraft, async (lives, draft) => {
        const all = await Population.of(lives, live);
        const told = await foretold(all, draft);
        await all.publish(draft);
        for (const id of all.ids) await scoreLead(all.system(), id, []);
        const stored = await leadsAsStored(all.table, all.ids);
        for (const { id, lead, changes } of told) {
          const after = stored.get(id)?.lead;
          if (lead === undefined || after === undefined || isErased(after)) continue;
          const outcome = (of: Lead, { scoring }: PlaybookContent) => ({ lead: of, mails: [], scoring });
          expect(changes.filter((change) => !isOfMail(change))).toEqual(
            changesOf(outcome(lead, live), outcome(after, draft)),
          );
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});
