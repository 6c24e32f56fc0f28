import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '../../../shared/domain/time.ts';
import { Refused } from '../../../shared/gateways/refused.ts';
import type { Channel } from '../../../shared/store/handover/notices.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import {
  LEASE_MS,
  type NotificationTrigger,
  type NotifySystem,
  NotSentOnEveryChannel,
  notifySales,
} from '../../../shared/usecases/handover/notify-sales.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, submission } from '../../domain/builders.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { crashingTable } from '../faulty-table.ts';

const opened: NotificationTrigger = { kind: 'opened', lead: LEAD, number: 1 };
const playbook = shippedPlaybook();

let table: Table;
let now: string;
let sent: string[];
let refusals: string[];
let failing: Partial<Record<Channel, Error>>;
let attempts: number;

beforeEach(async () => {
  table = await newSignedTable();
  now = NOW;
  sent = [];
  refusals = [];
  failing = {};
  attempts = 0;
  const event = submission('contact', { handRaise: true, values: { name: 'Ann' } });
  await putLeadEvent(table, LEAD, event);
  await scoreLead({ table, now: () => now, playbook: async () => playbook, newToken: () => 'token' }, LEAD, [
    event,
  ]);
});

describe('a hand-over', () => {
  it('is sent once over each channel', async () => {
    await notify('first');
    expect(sent.sort()).toEqual(['mail', 'slack']);
  });

  it('is not sent again when the event is repeated', async () => {
    await notify('first');
    await notify('first');
    await notify('second');
    expect(sent).toHaveLength(2);
  });

  it('is sent once when it arrives twice at once; the other tries later', async () => {
    const outcomes = await Promise.allSettled([notify('first'), notify('second')]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(sent.sort()).toEqual(['mail', 'slack']);
  });

  it('is not sent when it is unknown, or its lead was erased', async () => {
    await notify('first', { ...opened, number: 2 });
    await eraseLead({ table, now: () => now }, LEAD);
    await notify('first');
    expect(sent).toEqual([]);
  });

  it('is not sent when a newer one replaced it', async () => {
    const lead = (await getLead(table, LEAD)) as never as Parameters<typeof putLead>[1] & {
      handover: object;
    };
    await putLead(table, {
      ...lead,
      version: lead.version + 1,
      handover: { ...lead.handover, number: 2 },
    } as never);
    await notify('first');
    expect(sent).toEqual([]);
  });
});

describe('an attempt that died', () => {
  it('is repeated by the same request, marked', async () => {
    await notify('first', opened, dyingAfter('mail')).catch(() => {});
    await notify('first');
    expect(sent).toEqual(['slack', 'mail', 'mail (repeat)']);
  });

  it('is respected by another request while it may be running', async () => {
    await notify('first', opened, dyingAfter('mail')).catch(() => {});
    now = plus(NOW, LEASE_MS - 1_000);
    await expect(notify('second')).rejects.toThrow(NotSentOnEveryChannel);
    expect(sent).toEqual(['slack', 'mail']);
  });

  it('is taken over by another request after that, marked', async () => {
    await notify('first', opened, dyingAfter('mail')).catch(() => {});
    now = plus(NOW, LEASE_MS);
    await notify('second');
    expect(sent).toEqual(['slack', 'mail', 'mail (repeat)']);
  });

  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'at call %i to the table loses nothing and repeats nothing unmarked',
    async (call) => {
      await notify('first', opened, { table: crashingTable(table, call, 'after') }).catch(() => {});
      await notify('first');
      for (const channel of ['mail', 'slack']) {
        const mine = sent.filter((line) => line.startsWith(channel));
        expect(mine.length).toBeGreaterThanOrEqual(1);
        expect(mine.filter((line) => line === channel).length).toBeLessThanOrEqual(1);
      }
      await notify('second');
      expect(sent.length).toBeLessThanOrEqual(4);
    },
  );
});

describe('a channel that fails', () => {
  it('does not stop the other', async () => {
    failing.slack = new Error('timeout');
    await expect(notify('first')).rejects.toThrow(NotSentOnEveryChannel);
    expect(sent).toEqual(['mail']);
  });

  it('with an unknown result is tried again, marked', async () => {
    failing.slack = new Error('timeout');
    await notify('first').catch(() => {});
    failing = {};
    await notify('first');
    expect(sent).toEqual(['mail', 'slack (repeat)']);
  });

  it('by a temporary refusal is tried again without a mark', async () => {
    failing.mail = new Refused('Throttling', { isPermanent: false });
    await notify('first').catch(() => {});
    failing = {};
    await notify('first');
    expect(sent).toEqual(['slack', 'mail']);
  });

  it('by a temporary refusal keeps the mark of an earlier attempt that died', async () => {
    await notify('first', opened, dyingAfter('mail')).catch(() => {});
    failing.mail = new Refused('Throttling', { isPermanent: false });
    await notify('first').catch(() => {});
    failing = {};
    await notify('first');
    expect(sent.filter((line) => line.startsWith('mail'))).toEqual(['mail', 'mail (repeat)']);
  });

  it('permanently is reported once and given up, and does not block the other', async () => {
    failing.slack = new Refused('slack-404-channel_is_archived', { isPermanent: true });
    await notify('first');
    failing = {};
    await notify('second');
    expect(sent).toEqual(['mail']);
    expect(refusals).toEqual(['slack: slack-404-channel_is_archived']);
  });
});

function notify(
  requestId: string,
  event: NotificationTrigger = opened,
  other: Partial<NotifySystem> = {},
): Promise<void> {
  return notifySales({ ...system(), ...other }, event, requestId);
}

function system(): NotifySystem {
  return {
    table,
    now: () => now,
    playbook: async () => playbook,
    newId: () => `attempt-${++attempts}`,
    channels: { mail: tell('mail'), slack: tell('slack') },
    reportRefusal: ({ channel }, reason) => refusals.push(`${channel}: ${reason}`),
  };
}

function tell(channel: Channel) {
  return async ({ isRepeat }: { isRepeat: boolean }) => {
    const failure = failing[channel];
    if (failure !== undefined) throw failure;
    sent.push(isRepeat ? `${channel} (repeat)` : channel);
  };
}

/** A channel that sends, after which the process dies before it can write that down. */
function dyingAfter(channel: Channel): Partial<NotifySystem> {
  const { channels } = system();
  const dying = async (notification: { isRepeat: boolean }) => {
    // The other channel is done first, so that only this one is in doubt.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tell(channel)(notification);
    throw new Error('The process died');
  };
  return { channels: { ...channels, [channel]: dying } };
}
