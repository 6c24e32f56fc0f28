import { beforeEach, describe, expect, it } from 'vitest';
import { compilePlaybook } from '../../../../shared/playbook/compile-playbook.ts';
import { pictureText } from '../../../../shared/playbook/picture-files/picture-text.ts';
import { readPicture } from '../../../../shared/playbook/picture-files/read-picture.ts';
import { putPicture } from '../../../../shared/store/look/pictures.ts';
import { currentPlaybook } from '../../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { readDraft } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { saveDraft } from '../../../../shared/usecases/playbook/draft/save-draft.ts';
import { listVersions } from '../../../../shared/usecases/playbook/versions/list-versions.ts';
import {
  type DraftPublication,
  publishDraft,
} from '../../../../shared/usecases/playbook/work/publish-draft.ts';
import { publishVersion } from '../../../../shared/usecases/playbook/work/publish-version.ts';
import { NOW } from '../../../domain/builders.ts';
import { clean } from '../../../playbook/pictures/example-pictures.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { Crash, dyingTable, meanwhile } from '../../faulty-table.ts';
import { published } from '../../playbook.ts';
import { dueOfTimers } from '../../sweep-timers.ts';
import { admin, sanne } from '../editors.ts';
import { SCORING, smallPlaybook } from './small-playbook.ts';

const by = { by: 'person', id: 'x', name: 'Sanne' } as const;
const withCap = (cap: number) => SCORING.replace('cap: 100', `cap: ${cap}`);

let table: Table;
const now = () => NOW;
const compiled = await compilePlaybook(smallPlaybook);
beforeEach(start);

async function start(): Promise<void> {
  table = await memoryTable();
  if (!compiled.ok) throw new Error('The small playbook has mistakes');
  await published({ table, now }, compiled.playbook);
}

const read = async () => {
  const draft = await readDraft({ table }, sanne);
  if (draft === undefined) throw new Error('Nothing is published');
  return draft;
};
const file = async (path: string) => (await read()).files.find((one) => one.path === path);
const save = async (text: string, path = 'scoring.yaml', editor = sanne) =>
  saveDraft({ table, now }, editor, { path, text, ifMatch: (await file(path))?.etag });
const publish = (more: Partial<DraftPublication> = {}, over = table) =>
  publishDraft({ table: over, now }, { by, language: 'en', note: 'Less', ...more });
const cap = async () => (await currentPlaybook(table))?.scoring.cap;
const versions = async () => (await listVersions({ table }, sanne)).versions;
const rescoring = async (version: number) =>
  (await dueOfTimers(table, '2027-12-31')).filter(({ SK }) => SK.startsWith(`J#rescore#${version}#`));

describe('publishing the draft', () => {
  it('makes it live as a new version of whoever did it, and the draft is what is live', async () => {
    await save(withCap(90));
    expect(await publish()).toEqual({ result: 'published', version: 2, isNew: true });
    expect(await cap()).toBe(90);
    expect(await file('scoring.yaml')).toMatchObject({ state: 'same', text: withCap(90) });
    const changes = [{ file: 'scoring.yaml', at: ['cap'], from: 100, to: 90 }];
    expect((await versions())[0]).toMatchObject({ version: 2, author: by, note: 'Less', changes });
    expect(await rescoring(2)).toHaveLength(8);
  });

  it('does nothing twice', async () => {
    await save(withCap(90));
    await publish();
    expect(await publish()).toEqual({ result: 'published', version: 2, isNew: false });
    expect(await versions()).toHaveLength(2);
  });

  it('publishes comments too', async () => {
    await save(`# Our points\n${SCORING}`);
    expect(await publish()).toMatchObject({ version: 2 });
    expect((await versions())[0]?.changes).toEqual([{ file: 'scoring.yaml', at: [], kind: 'text' }]);
  });

  it('changes nothing when there is a mistake', async () => {
    await save(withCap(0));
    expect(await publish()).toMatchObject({ result: 'mistakes', mistakes: [{ file: 'scoring.yaml' }] });
    expect(await cap()).toBe(100);
    expect(await file('scoring.yaml')).toMatchObject({ state: 'changed' });
  });

  it('is refused over another version, or another draft, than was seen', async () => {
    await save(withCap(90));
    const { etag } = await read();
    await save(withCap(95));
    expect(await publish({ draft: etag })).toEqual({ result: 'changed' });
    expect(await publish({ over: 7 })).toEqual({ result: 'overtaken', version: 1 });
    expect(await publish({ over: 1, draft: (await read()).etag })).toMatchObject({ version: 2 });
    // The same press again, after an answer that got lost.
    expect(await publish({ over: 1, draft: (await read()).etag })).toMatchObject({ version: 2 });
  });

  it('is refused when it would take back what somebody published of the same file', async () => {
    await save(withCap(90));
    await publish({ files: { ...smallPlaybook, 'scoring.yaml': withCap(80) } });
    expect(await publish()).toEqual({ result: 'behind', files: ['scoring.yaml'] });
    expect(await cap()).toBe(80);
  });

  it('of a folder leaves the drafts of others alone', async () => {
    await save('# Nobody\nexcludedDomains: [x.test]\n', 'fit.yaml', admin);
    expect(
      await publish({ files: { ...smallPlaybook, 'scoring.yaml': withCap(80) }, over: 1 }),
    ).toMatchObject({
      version: 2,
    });
    expect(await file('fit.yaml')).toMatchObject({ state: 'changed' });
  });

  it('of a folder is refused while the bytes of one of its pictures are not stored', async () => {
    const read = readPicture(clean.png);
    if (!read.ok) throw new Error(read.why);
    const files = { ...smallPlaybook, 'pictures/team.png': pictureText(read) };
    expect(await publish({ files, over: 1 })).toMatchObject({
      result: 'mistakes',
      mistakes: [{ file: 'pictures/team.png', problem: 'this picture is not stored' }],
    });
    expect(await versions()).toHaveLength(1);
    await putPicture(table, read.picture, read.bytes);
    expect(await publish({ files, over: 1 })).toMatchObject({ result: 'published', version: 2 });
  });

  it('keeps what somebody saves in the same moment', async () => {
    await save(withCap(90));
    const late = meanwhile(table, 12, () => save(withCap(70), 'scoring.yaml', admin));
    expect(await publish({}, late)).toMatchObject({ version: 2 });
    expect(await cap()).toBe(90);
    expect(await file('scoring.yaml')).toMatchObject({ text: withCap(70), by: { name: 'Ada' } });
  });
});

describe('two who publish at once', () => {
  it('make one version of the same draft', async () => {
    await save(withCap(90));
    const answers = await Promise.all([publish(), publish()]);
    expect(answers.filter(({ result }) => result === 'published').length).toBeGreaterThan(0);
    expect((await versions())[0]).toMatchObject({ version: expect.any(Number), author: by });
    expect(await cap()).toBe(90);
    expect(new Set((await versions()).map(({ manifest }) => JSON.stringify(manifest))).size).toBe(2);
    expect(await versions()).toHaveLength(2);
  });

  it('of different files get one live, and the other is told', async () => {
    const folder = (points: number) => ({ ...smallPlaybook, 'scoring.yaml': withCap(points) });
    const answers = await Promise.all([
      publish({ files: folder(90), over: 1 }),
      publish({ files: folder(80), over: 1 }),
    ]);
    expect(answers.map(({ result }) => result).sort()).toEqual(['overtaken', 'published']);
    expect(await versions()).toHaveLength(2);
  });
});

describe('a publish that dies', () => {
  it.each(['before', 'after'] as const)(
    '%s any call leaves the old or the new version, and the same again completes it once',
    async (when) => {
      for (let call = 1, isDone = false; !isDone; call++) {
        await start();
        await save(withCap(90));
        isDone = await publish({ over: 1 }, dyingTable(table, call, when)).then(
          () => true,
          (error: Error) => {
            if (!(error instanceof Crash)) throw error;
            return false;
          },
        );
        const live = await currentPlaybook(table);
        expect([live?.version, live?.scoring.cap]).toEqual(live?.version === 1 ? [1, 100] : [2, 90]);
        expect(await publish({ over: 1 })).toMatchObject({ result: 'published', version: 2 });
        expect((await versions()).map(({ version }) => version)).toEqual([2, 1]);
        expect(await file('scoring.yaml')).toMatchObject({ state: 'same', text: withCap(90) });
        expect(await rescoring(2)).toHaveLength(8);
      }
    },
    60_000,
  );
});

describe('an older version', () => {
  const again = (version: number, over?: number) =>
    publishVersion({ table, now }, { version, by, language: 'en', note: 'Back', over });

  it('is live again under a new number, once', async () => {
    await save(withCap(90));
    await publish();
    expect(await again(1, 2)).toEqual({ result: 'published', version: 3, isNew: true });
    expect(await again(1, 2)).toMatchObject({ version: 3 });
    expect(await cap()).toBe(100);
    expect((await versions()).map(({ note }) => note)).toEqual(['Back', 'Less', '']);
  });

  it('does not take back a version that nobody saw', async () => {
    await save(withCap(90));
    await publish();
    expect(await again(1, 1)).toEqual({ result: 'overtaken', version: 2 });
    expect(await again(9)).toEqual({ result: 'unknown' });
  });

  it('that no longer passes the check stays where it is', async () => {
    if (!compiled.ok) throw new Error('The small playbook has mistakes');
    const old = {
      ...compiled.playbook,
      hash: 'old',
      files: { ...smallPlaybook, 'fit.yaml': 'gone: true\n' },
    };
    await published({ table, now }, old);
    await publish({ files: smallPlaybook });
    const answer = await again(2);
    expect(answer).toMatchObject({ result: 'mistakes', more: 0 });
    if (answer.result === 'mistakes') expect(answer.mistakes[0]).toMatchObject({ file: 'fit.yaml', line: 1 });
    expect((await versions())[0]?.version).toBe(3);
  });
});
