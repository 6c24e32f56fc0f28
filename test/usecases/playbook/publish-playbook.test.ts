import { beforeEach, describe, expect, it } from 'vitest';
import type { RescoreOrder } from '../../../shared/contract/rescore.ts';
import type { PlaybookContent } from '../../../shared/playbook/playbook.ts';
import { mailTemplate } from '../../../shared/store/nurture/mail-templates.ts';
import { currentPlaybook, publishedVersion } from '../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../shared/store/table.ts';
import { publishPlaybook } from '../../../shared/usecases/playbook/publish-playbook/publish-playbook.ts';
import { NOW } from '../../domain/builders.ts';
import { agreement } from '../../domain/handover/agreement.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { Crash, crashingTable } from '../faulty-table.ts';
import { compiled, playbook } from '../playbook.ts';

let table: Table;
let ordered: RescoreOrder[];
beforeEach(async () => {
  table = await newSignedTable();
  ordered = [];
  delayed = [];
});

let delayed: RescoreOrder[];
const orders = {
  sendAll: async (all: readonly RescoreOrder[], delaySeconds = 0) => {
    (delaySeconds > 60 ? delayed : ordered).push(...all);
  },
};
const template = { subject: 'Hi', preheader: 'Read this', html: '<p>Hi</p>', text: 'Hi' };
const templates = { welcome: { nl: { ...template, text: 'Hallo' }, en: template } };
const publish = (content: PlaybookContent, over = table, queue = orders) =>
  publishPlaybook({ table: over, now: () => NOW, orders: queue }, compiled(content, templates));

const { version: _, ...first } = playbook;
const withHours = (acceptWithinHours: number): PlaybookContent => ({
  ...first,
  agreement: { ...agreement, acceptWithinHours },
});

describe('publishing a playbook', () => {
  it('gives the first one number 1 and makes it current', async () => {
    expect(await publish(first)).toBe(1);
    expect(await currentPlaybook(table)).toEqual({ ...first, version: 1 });
  });

  it('gives another one the next number, and keeps the previous one', async () => {
    await publish(first);
    expect(await publish(withHours(12))).toBe(2);
    expect((await currentPlaybook(table))?.agreement.acceptWithinHours).toBe(12);
    expect((await publishedVersion(table, 1))?.content).toEqual(first);
  });

  it('orders every stage and shard to be rescored', async () => {
    await publish(first);
    expect(ordered).toHaveLength(32);
    expect(new Set(ordered.map(({ stage, shard }) => `${stage} ${shard}`)).size).toBe(32);
    expect(ordered[0]).toEqual({ playbook: 1, stage: 'name', shard: 0 });
  });

  it('stores its mails under its number, in both languages', async () => {
    await publish(first);
    expect(await mailTemplate(table, 1, 'welcome', 'nl')).toEqual(templates.welcome.nl);
    expect(await mailTemplate(table, 1, 'welcome', 'en')).toEqual(templates.welcome.en);
    expect(await mailTemplate(table, 2, 'welcome', 'en')).toBeUndefined();
    expect(await mailTemplate(table, 1, 'goodbye', 'en')).toBeUndefined();
  });

  it('gives it a new number when only the words of a mail changed', async () => {
    await publish(first);
    const reworded = { welcome: { ...templates.welcome, en: { ...template, text: 'Hello' } } };
    const system = { table, now: () => NOW, orders };
    expect(await publishPlaybook(system, compiled(first, reworded))).toBe(2);
    expect((await mailTemplate(table, 2, 'welcome', 'en'))?.text).toBe('Hello');
    expect((await mailTemplate(table, 1, 'welcome', 'en'))?.text).toBe('Hi');
  });

  it('repeats the orders when no function can still cache the previous playbook', async () => {
    await publish(first);
    expect(delayed).toEqual([]);
    await publish(withHours(12));
    expect(delayed).toEqual(ordered.slice(32));
  });

  it('gives older content a new number when it comes back', async () => {
    await publish(first);
    await publish(withHours(12));
    expect(await publish(first)).toBe(3);
  });
});

describe('publishing the same playbook again', () => {
  it('makes no new version, and repeats the orders to rescore', async () => {
    await publish(first);
    ordered = [];
    expect(await publish(structuredClone(first))).toBe(1);
    expect(await publishedVersion(table, 2)).toBeUndefined();
    expect(ordered).toHaveLength(32);
  });
});

describe('playbooks that are published at the same time', () => {
  it('get different numbers, and the highest is current', async () => {
    const hours = [1, 2, 3, 4, 5];
    const versions = await Promise.all(hours.map((hour) => publish(withHours(hour))));
    expect(new Set(versions).size).toBe(hours.length);
    const last = Math.max(...versions);
    const current = await currentPlaybook(table);
    expect(current).toMatchObject({
      version: last,
      agreement: { acceptWithinHours: hours[versions.indexOf(last)] },
    });
    for (const [index, version] of versions.entries()) {
      expect((await publishedVersion(table, version))?.content).toEqual(withHours(hours[index] ?? 0));
    }
  });

  it('share one number when they are the same', async () => {
    const versions = await Promise.all([publish(first), publish(first), publish(first)]);
    expect(versions).toEqual([1, 1, 1]);
  });
});

describe('an interrupted publish', () => {
  const steps = [1, 2, 3, 4, 5].flatMap((call) => [[call, 'before'] as const, [call, 'after'] as const]);

  it.each(steps)(
    'at call %i, %s it was carried out, is completed by publishing again',
    async (call, when) => {
      await publish(first);
      ordered = [];
      await expect(publish(withHours(12), crashingTable(table, call, when))).rejects.toThrow(Crash);
      expect(await publish(withHours(12))).toBe(2);
      expect(await currentPlaybook(table)).toEqual({ ...withHours(12), version: 2 });
      expect(await mailTemplate(table, 2, 'welcome', 'nl')).toEqual(templates.welcome.nl);
      expect(ordered.every((order) => order.playbook === 2)).toBe(true);
      expect(ordered).toHaveLength(32);
    },
  );

  it.each(steps)(
    'at call %i, %s it was carried out, does not hinder another playbook',
    async (call, when) => {
      await expect(publish(withHours(12), crashingTable(table, call, when))).rejects.toThrow(Crash);
      const version = await publish(withHours(6));
      expect(await currentPlaybook(table)).toEqual({ ...withHours(6), version });
    },
  );

  it('while sending orders, sends them when it is repeated', async () => {
    const refusing = { sendAll: () => Promise.reject(new Error('The queue refused')) };
    await expect(publish(first, table, refusing)).rejects.toThrow('The queue refused');
    await publish(first);
    expect(ordered).toHaveLength(32);
  });
});
