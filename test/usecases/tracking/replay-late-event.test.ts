import { beforeEach, describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { plus } from '../../../shared/domain/time.ts';
import { putMail } from '../../../shared/store/nurture/mails.ts';
import { getMailWithReactions } from '../../../shared/store/nurture/reactions.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { leadEvents, visitorEvents } from '../../../shared/store/tracking/history.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { replayLateEvent } from '../../../shared/usecases/tracking/replay-late-event.ts';
import { LEAD, NOW, pageView, submission } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { keysOf, laptop, lived, phone, shared } from '../identity/a-life.ts';
import { jobsOf } from '../job-system.ts';
import { dueOfTimers } from '../sweep-timers.ts';

let table: Table;
beforeEach(async () => {
  table = await memoryTable();
  await putLeadEvent(table, LEAD, submission('demo'));
  await eraseLead(
    jobsOf(table, () => plus(NOW, 60_000)),
    LEAD,
  );
});

const replay = (receivedAt: string) => {
  const event = submission('whitepaper', { at: receivedAt, receivedAt });
  return replayLateEvent({ table, now: () => NOW }, JSON.stringify({ lead: LEAD, event }));
};

describe('a form that waited in the late queue while its person was erased', () => {
  it('is dropped', async () => {
    await replay(NOW);
    expect(await leadEvents(table, LEAD)).toEqual([]);
  });

  it('is stored when the person sent it after the erasure', async () => {
    await replay(plus(NOW, 120_000));
    expect(await leadEvents(table, LEAD)).toMatchObject([{ form: 'whitepaper' }]);
  });
});

describe('a visit that waited in the late queue while its person was erased', () => {
  const visit = (visitor: VisitorId, receivedAt: string) => {
    const event = pageView('/pricing', { visitor, at: NOW, receivedAt });
    const message = JSON.stringify({ event, expiresAt: 9_999_999_999 });
    return replayLateEvent({ table, now: () => NOW }, message);
  };
  const paths = async (visitor: VisitorId) => (await visitorEvents(table, visitor)).map(({ id }) => id);

  beforeEach(async () => {
    table = await memoryTable();
    await lived(table, 2);
    await eraseLead(
      jobsOf(table, () => plus(NOW, 60_000)),
      LEAD,
    );
  });

  it.each([phone, laptop])('is dropped for the %s', async (visitor) => {
    await visit(visitor, NOW);
    expect(await keysOf(table, `V#${visitor}`)).toEqual([]);
  });

  it('is stored when it was made after the erasure, or in a browser that was not its own', async () => {
    await visit(phone, plus(NOW, 120_000));
    expect(await paths(phone)).toHaveLength(1);
    const others = await paths(shared);
    await visit(shared, NOW);
    expect(await paths(shared)).toHaveLength(others.length + 1);
  });
});

describe('a reaction to a mail that waited in the late queue', () => {
  const tell = (id: string, reaction: string) =>
    replayLateEvent({ table, now: () => plus(NOW, 600_000) }, JSON.stringify({ mail: id, reaction }));

  it('is judged after its neighbours had time to arrive too, however often it is replayed', async () => {
    const one = mail();
    await putMail(table, one);
    await tell(one.id, `${NOW} click 1`);
    await tell(one.id, `${NOW} click 1`);
    expect((await getMailWithReactions(table, one.id))?.reactions).toEqual([
      { kind: 'click', at: NOW, link: 1 },
    ]);
    expect(await dueOfTimers(table, plus(NOW, 9e8))).toMatchObject([{ SK: 'MAIL', at: plus(NOW, 620_000) }]);
  });

  it('is dropped when its mail is gone or may not be tracked', async () => {
    const untracked = mail({ tracked: false });
    await putMail(table, untracked);
    await tell(untracked.id, `${NOW} open`);
    await tell('AAAAAAAAAAAAAAAAAAAAAA', `${NOW} open`);
    expect((await getMailWithReactions(table, untracked.id))?.reactions).toEqual([]);
    expect(await getMailWithReactions(table, 'AAAAAAAAAAAAAAAAAAAAAA')).toBeUndefined();
  });

  it('is refused when it is malformed', async () => {
    await expect(tell('AAAAAAAAAAAAAAAAAAAAAA', 'nothing')).rejects.toThrow();
  });
});
