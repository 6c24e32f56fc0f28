import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Reaction } from '../../../shared/domain/nurture/reaction.ts';
import { plus } from '../../../shared/domain/time.ts';
import type { PageView } from '../../../shared/domain/tracking/event.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { getLinkedLead, linkVisitor, visitorsOf } from '../../../shared/store/identity/links.ts';
import { getMail, putMail } from '../../../shared/store/nurture/mails.ts';
import { addReaction, getMailWithReactions } from '../../../shared/store/nurture/reactions.ts';
import type { Table } from '../../../shared/store/table.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { putClickToken } from '../../../shared/store/tracking/mail-click-tokens.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { waitingReactions } from '../../../shared/usecases/identity/read-lead/waiting-reactions.ts';
import { countReactions } from '../../../shared/usecases/nurture/count-reactions.ts';
import { linkVisitorFromClick } from '../../../shared/usecases/scoring/score-events/link-visitor-from-click.ts';
import { LEAD, lead, NOW, pageView } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { rules } from '../../domain/scoring/rules.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, crashingTable } from '../faulty-table.ts';
import { jobsOf } from '../job-system.ts';

const OTHER = 'BBBBBBBBBBBBBBBBBBBBBB' as LeadId;
const LATER = plus(NOW, 60_000);

let table: Table;
let sent: ReturnType<typeof mail>;
beforeEach(async () => {
  table = await memoryTable();
  sent = mail();
  await putLead(table, lead());
  await putMail(table, sent);
});

const tell = (reaction: Reaction) => addReaction(table, sent.id, reaction, plus(NOW, 20_000));
const judgeAt = (now: string, over = table) => countReactions({ table: over, now: () => now }, sent.id);
const events = async () => (await leadEvents(table, LEAD)).map(({ id, at }) => [id, at]);
const open: Reaction = { kind: 'open', at: NOW };
const click: Reaction = { kind: 'click', at: plus(NOW, 3_000), link: 0 };

describe('the reactions of a person', () => {
  it('become events of the lead, once, at their first time', async () => {
    await tell(open);
    await tell(click);
    await tell({ ...click, at: plus(NOW, 8_000) });
    await judgeAt(LATER);
    await judgeAt(plus(LATER, 1_000));
    expect(await events()).toEqual([
      [`open-${sent.id}`, NOW],
      [`click-${sent.id}-0`, click.at],
    ]);
    expect(await getMail(table, sent.id)).toMatchObject({ openedAt: NOW, clicks: { 0: click.at } });
    expect((await getMailWithReactions(table, sent.id))?.due).toBeUndefined();
  });

  it('say which page a person clicked to, in which mail, and nothing behind the question mark', async () => {
    sent = { ...mail(), template: 'tip-1' };
    await putMail(table, sent);
    await tell({ ...click, link: 1 });
    await judgeAt(LATER);
    expect(await leadEvents(table, LEAD)).toEqual([
      expect.objectContaining({ link: 1, url: 'https://other.example/page', template: 'tip-1' }),
    ]);
  });

  it('keep waiting when they are classified too early', async () => {
    await tell(click);
    await judgeAt(plus(click.at, 5_000));
    expect(await events()).toEqual([]);
    expect((await getMailWithReactions(table, sent.id))?.due).toBeDefined();
  });

  it('wait for a slow scanner after two links without an open, and count when none was there', async () => {
    await tell(click);
    await tell({ ...click, link: 2, at: plus(NOW, 60_000) });
    await judgeAt(plus(NOW, 90_000));
    expect(await events()).toEqual([]);
    const due = plus(click.at, 600_000);
    expect((await getMailWithReactions(table, sent.id))?.due).toBe(due);
    await judgeAt(due);
    await judgeAt(plus(due, 60_000));
    expect((await events()).map(([id]) => id)).toEqual([`click-${sent.id}-0`, `click-${sent.id}-2`]);
    expect((await getMailWithReactions(table, sent.id))?.due).toBeUndefined();
  });

  it('become the same events whichever call the process crashes at', async () => {
    for (let call = 1; ; call++) {
      for (const when of ['before', 'after'] as const) {
        sent = mail({ lead: `lead-${randomUUID()}`.slice(0, 22) as LeadId });
        await putMail(table, sent);
        await tell(open);
        await tell(click);
        const died = await judgeAt(LATER, crashingTable(table, call, when)).catch((error) => error);
        await tell({ kind: 'view', at: plus(NOW, 30_000), link: 0 });
        await judgeAt(plus(LATER, 60_000));
        expect(await leadEvents(table, sent.lead)).toMatchObject([{ at: NOW }, { at: click.at }]);
        if (!(died instanceof Crash) && when === 'after') return;
      }
    }
  });

  it('bring nothing back after an erasure', async () => {
    await tell(open);
    await eraseLead(
      jobsOf(table, () => LATER),
      LEAD,
    );
    expect(await tell(click)).toBeUndefined();
    await judgeAt(plus(LATER, 60_000));
    expect(await events()).toEqual([]);
    expect(await getMail(table, sent.id)).toBeUndefined();
  });
});

describe('a page that a mail led to', () => {
  const visitor = 'phone' as VisitorId;
  const KEY = 'KKKKKKKKKKKKKKKKKKKKKK';
  const landed = async (mail: string, link = 0) => {
    const key = randomBytes(16).toString('base64url');
    await putClickToken(table, key, { mail, link }, plus(NOW, 86_400_000));
    return key;
  };
  beforeEach(() => putClickToken(table, KEY, { mail: sent.id, link: 0 }, plus(NOW, 86_400_000)));
  const arrived = (more: Partial<PageView> = {}) => pageView('/guides/x', { visitor, viaMail: KEY, ...more });
  const follow = (event: PageView, owner?: LeadId, over = table) =>
    linkVisitorFromClick({ table: over, now: () => NOW }, event, owner);

  it('links a visitor that is not linked yet', async () => {
    await follow(arrived());
    expect(await getLinkedLead(table, visitor)).toBe(LEAD);
    expect(await visitorsOf(table, LEAD)).toEqual([visitor]);
  });

  it('does not relink a visitor of somebody else: mails get forwarded', async () => {
    await linkVisitor(table, visitor, OTHER, { at: NOW, due: NOW });
    await follow(arrived(), OTHER);
    expect(await getLinkedLead(table, visitor)).toBe(OTHER);
    expect(await visitorsOf(table, LEAD)).toEqual([]);
  });

  it('links nobody after a bot, an unknown mail or link, or an untracked mail', async () => {
    const untracked = mail({ tracked: false });
    await putMail(table, untracked);
    await follow(arrived({ bot: 'user-agent' }));
    const unknown = 'AAAAAAAAAAAAAAAAAAAAAA';
    const links = [await landed(unknown), await landed(sent.id, 9), await landed(untracked.id)];
    for (const viaMail of [unknown, sent.id, `${sent.id}.0`, ...links]) await follow(arrived({ viaMail }));
    expect(await getLinkedLead(table, visitor)).toBeUndefined();
  });

  it('links the first browser only: addresses of pages are copied and shared', async () => {
    expect(await follow(arrived())).toBe(LEAD);
    const colleague = 'colleague' as VisitorId;
    expect(await follow(arrived({ visitor: colleague }))).toBeUndefined();
    expect(await visitorsOf(table, LEAD)).toEqual([visitor]);
    expect(await follow(arrived(), LEAD)).toBe(LEAD);
  });

  it('links nobody when its click token has expired', async () => {
    await follow(arrived({ receivedAt: plus(NOW, 86_400_000) }));
    expect(await getLinkedLead(table, visitor)).toBeUndefined();
    expect((await getMailWithReactions(table, sent.id))?.reactions).toEqual([]);
  });

  it('changes nothing after its mail was erased, even if its click token is still there', async () => {
    await eraseLead(
      jobsOf(table, () => NOW),
      LEAD,
    );
    const calls: string[] = [];
    const watching: Table = {
      name: table.name,
      call(operation, input) {
        calls.push(operation);
        return table.call(operation, input);
      },
    };
    await follow(arrived(), undefined, watching);
    expect(await getMailWithReactions(table, sent.id)).toBeUndefined();
    expect(await getLinkedLead(table, visitor)).toBeUndefined();
    expect(calls).not.toContain('PutItem');
  });

  it('links nobody to a lead that is unknown or erased', async () => {
    const early = mail({ lead: OTHER });
    await putMail(table, early);
    await follow(arrived({ viaMail: await landed(early.id) }));
    await eraseLead(
      jobsOf(table, () => NOW),
      LEAD,
    );
    await follow(arrived());
    expect(await getLinkedLead(table, visitor)).toBeUndefined();
  });

  it('is linked completely when the process crashes between the two writes and is retried', async () => {
    for (let call = 1; call <= 6; call++) {
      const browser = `phone-${call}` as VisitorId;
      const event = arrived({ visitor: browser, viaMail: await landed(sent.id) });
      await follow(event, undefined, crashingTable(table, call, 'after')).catch(() => {});
      await follow(event, await getLinkedLead(table, browser));
      expect(await visitorsOf(table, LEAD)).toContain(browser);
    }
  });

  it('makes a doubtful click before it count', async () => {
    for (const n of [0, 1, 2]) await tell({ kind: 'click', at: plus(NOW, n * 100), link: n });
    await judgeAt(LATER);
    expect(await events()).toEqual([]);
    await follow(arrived({ receivedAt: LATER }));
    await judgeAt(plus(LATER, 20_000));
    expect(await events()).toEqual([[`click-${sent.id}-0`, NOW]]);
  });
});

describe('the explanation of a score', () => {
  it('shows waiting reactions and why they wait, until they count', async () => {
    for (const n of [0, 1, 2]) await tell({ kind: 'click', at: plus(NOW, n * 100), link: n });
    const read = (now: string) => waitingReactions(table, LEAD, rules, now);
    expect(await read(LATER)).toMatchObject(
      [0, 1, 2].map((n) => ({ eventId: `click-${sent.id}-${n}`, points: 0, waiting: 'all-at-once' })),
    );
    await tell({ kind: 'click', at: plus(NOW, 120_000), link: 1 });
    expect((await read(plus(NOW, 200_000))).map(({ waiting }) => waiting)).toEqual([
      'all-at-once',
      'all-at-once',
      'settling',
    ]);
    await judgeAt(plus(NOW, 200_000));
    expect(await read(plus(NOW, 200_000))).toHaveLength(2);
    expect(await read(plus(NOW, 200 * 86_400_000))).toEqual([]);
  });
});
