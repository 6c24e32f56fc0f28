import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/time.ts';
import { getMailing } from '../../../shared/store/nurture/mailing.ts';
import type { Table } from '../../../shared/store/table.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { confirmMail } from '../../../shared/usecases/identity/confirm-mail.ts';
import { unsubscribe } from '../../../shared/usecases/identity/unsubscribe.ts';
import { Crash, countingTable, dyingTable } from '../faulty-table.ts';
import { enrolled, MONDAY, newSending, type Sending } from '../nurture/sending.ts';

let sending: Sending;
let ann: Awaited<ReturnType<typeof enrolled>>;
let mail: string;
const another = async () => {
  sending = await newSending();
  ann = await enrolled(sending.table);
  await sending.send(ann);
  mail = sending.sent[0]?.tags.mail ?? '';
};
beforeEach(another);

const later = (minutes: number) => plus(MONDAY, minutes * 60_000);
const leaves = (minutes: number) =>
  unsubscribe({ table: sending.table, now: () => later(minutes) }, mail, 'one-click');
const confirms = (minutes: number, table: Table = sending.table) =>
  confirmMail({ table, now: () => later(minutes) }, mail);
const suppressed = async () => (await getMailing(sending.table, ann.lead)).suppressed;
const consents = async () =>
  (await leadEvents(sending.table, ann.lead)).flatMap((event) =>
    event.type === 'mail-consent' ? [event.to] : [],
  );

describe('somebody who confirms right after unsubscribing', () => {
  it('gets mail again', async () => {
    await leaves(1);
    expect(await confirms(2)).toBe('done');
    expect(await suppressed()).toBeUndefined();
    expect(await consents()).toEqual(['withdrawn', 'granted']);
    await confirms(3);
    expect(await consents()).toEqual(['withdrawn', 'granted']);
  });

  it('and confirms again as the first time died at any call, gets mail again, before anything was scored', async () => {
    await leaves(1);
    const counting = countingTable(sending.table);
    await confirms(2, counting);
    for (let call = 1; call <= counting.calls; call++) {
      for (const when of ['before', 'after'] as const) {
        await another();
        await leaves(1);
        await expect(confirms(2, dyingTable(sending.table, call, when))).rejects.toThrow(Crash);
        await confirms(3);
        expect(await suppressed()).toBeUndefined();
        expect((await consents()).at(-1)).toBe('granted');
      }
    }
  });

  it('and unsubscribes once more meanwhile, gets none', async () => {
    await leaves(1);
    const racing: Table = {
      name: sending.table.name,
      async call(operation, input) {
        const output = await sending.table.call(operation, input);
        if (operation !== 'PutItem') return output;
        await confirms(2);
        await leaves(3);
        return output;
      },
    };
    await confirms(2, racing);
    expect(await suppressed()).toEqual({ why: 'unsubscribed', at: later(3) });
  });
});
