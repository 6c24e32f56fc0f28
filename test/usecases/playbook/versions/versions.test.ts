import { beforeEach, describe, expect, it } from 'vitest';
import type { PlaybookContent } from '../../../../shared/playbook/playbook.ts';
import { packJson } from '../../../../shared/store/packed-json.ts';
import { currentPlaybook, currentPlaybookEntity } from '../../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { publishPlaybook } from '../../../../shared/usecases/playbook/publish-playbook/publish-playbook.ts';
import { listVersions } from '../../../../shared/usecases/playbook/versions/list-versions.ts';
import { readVersion } from '../../../../shared/usecases/playbook/versions/read-version.ts';
import { NOW } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { Crash, dyingTable } from '../../faulty-table.ts';
import { compiled, playbook, published } from '../../playbook.ts';
import { anna, sanne } from '../editors.ts';

const { version: _, ...content } = playbook;
const author = { by: 'person', id: 'x', name: 'Sanne' } as const;

let table: Table;
const now = () => NOW;
beforeEach(async () => {
  table = await memoryTable();
});

const withCap = (cap: number): PlaybookContent => ({ ...content, scoring: { ...content.scoring, cap } });
const publish = (cap: number, note = '', over = table) =>
  publishPlaybook({ table: over, now }, compiled(withCap(cap)), { author, note });

describe('the versions of the playbook', () => {
  it('have an author, a note, a time, and what changed', async () => {
    await published({ table, now }, compiled(content));
    await publish(90, 'Lower');
    const { versions, live } = await listVersions({ table }, sanne);
    expect(live).toBe(2);
    expect(versions).toMatchObject([
      {
        ...{ version: 2, author, note: 'Lower', publishedAt: NOW },
        changes: [{ file: 'scoring.yaml', at: ['cap'], kind: 'changed', from: 100, to: 90 }],
      },
      { version: 1, author: { by: 'deployment' }, changes: [] },
    ]);
  });

  it('keep their files', async () => {
    await publish(90);
    await publish(80);
    const { files } = (await readVersion({ table }, sanne, 1)) ?? {};
    expect(files).toEqual(compiled(withCap(90)).files);
    expect(await readVersion({ table }, sanne, 3)).toBeUndefined();
    expect(await readVersion({ table }, sanne, 0.5)).toBeUndefined();
  });

  it('come in pages, newest first', async () => {
    for (let cap = 80; cap < 85; cap++) await publish(cap);
    const page = await listVersions({ table }, sanne, { limit: 2 });
    expect(page.versions.map(({ version }) => version)).toEqual([5, 4]);
    const rest = await listVersions({ table }, sanne, { limit: 3, before: page.next });
    expect(rest.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(rest.next).toBeUndefined();
  });

  it('are there to be read by sales too', async () => {
    await publish(90);
    expect(await listVersions({ table }, anna)).toEqual(await listVersions({ table }, sanne));
    expect(await readVersion({ table }, anna, 1)).toBeDefined();
  });
});

describe('whoever publishes and dies', () => {
  it.each(['before', 'after'] as const)(
    'leaves a list without gaps or surplus (%s any call)',
    async (when) => {
      for (let call = 1, isDone = false; !isDone; call++) {
        table = await memoryTable();
        await publish(100);
        isDone = await publish(90, '', dyingTable(table, call, when)).then(
          () => true,
          (error: Error) => {
            if (!(error instanceof Crash)) throw error;
            return false;
          },
        );
        const live = (await currentPlaybook(table))?.version ?? 0;
        const listed = (await listVersions({ table }, sanne)).versions.map(({ version }) => version);
        expect(listed).toEqual(live === 2 ? [2, 1] : [1]);
        const { version } = await publish(80);
        const all = (await listVersions({ table }, sanne)).versions;
        expect(all.map((entry) => entry.version)).toEqual(live === 2 ? [version, 2, 1] : [version, 1]);
      }
    },
  );
});

describe('a version from before files were stored', () => {
  it('still reads, and is the work of a deployment', async () => {
    const { scoring } = content;
    await table.call('PutItem', {
      TableName: table.name,
      Item: {
        ...{ PK: { S: 'PLAYBOOK' }, SK: { S: 'CURRENT' } },
        ...{ version: { N: '7' }, hash: { S: 'old' }, publishedAt: { S: NOW } },
        packed: { S: packJson(content) },
      },
    });
    expect((await currentPlaybook(table))?.scoring).toEqual(scoring);
    expect((await currentPlaybookEntity.get(table, {}))?.files).toBeUndefined();
    expect((await publish(90)).version).toBe(8);
    expect((await listVersions({ table }, sanne)).versions.map(({ version }) => version)).toEqual([8]);
  });
});
