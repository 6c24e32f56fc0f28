import { beforeEach, describe, expect, it } from 'vitest';
import { readVisitors } from '../../../infra/demo/start-page/visitors.ts';
import type { RunningTwin } from '../../../infra/local/running-twin.ts';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { putCurrentPlaybook } from '../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { LEAD, NOW, pageView } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { playbook } from '../../usecases/playbook.ts';

let table: Table;
beforeEach(async () => {
  table = await memoryTable();
});

const reader = (...visitors: string[]) =>
  readVisitors({
    now: () => Date.parse(NOW),
    table: { ...table, call: table.call as never, lastWritten: () => visitors.map((one) => `V#${one}`) },
  } as unknown as RunningTwin);

const publish = () => {
  const { version, ...content } = playbook;
  return putCurrentPlaybook(table, { version, hash: 'h', content, publishedAt: NOW }, undefined);
};

const visit = (visitor: string, path: string) =>
  putVisitorEvent(table, pageView(path, { visitor: visitor as VisitorId }), 2e9, true);

describe('the visitors on the start page', () => {
  it('gain points with each page, and are gone from it once they are known', async () => {
    await publish();
    const read = reader('one', 'two');
    const pointsNow = async () => (await read(5))?.anonymous.map(({ score }) => score.total);
    await visit('one', '/');
    await visit('two', '/');
    const [before = 0] = (await pointsNow()) ?? [];
    await visit('one', '/guides/fit');
    const [after = 0] = (await pointsNow()) ?? [];
    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(before);
    await linkVisitor(table, 'one' as VisitorId, LEAD, { at: NOW, due: NOW });
    expect(await read(5)).toMatchObject({ count: 2, anonymous: [{ visitor: 'two' }], threshold: 80 });
  });

  it('are not shown while no playbook is published', async () => {
    await visit('one', '/');
    expect(await reader('one')(5)).toBeUndefined();
  });
});
