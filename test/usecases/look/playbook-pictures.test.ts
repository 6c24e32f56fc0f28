import { beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed } from '../../../shared/domain/console/viewer.ts';
import { getPicture } from '../../../shared/store/look/pictures.ts';
import type { Table } from '../../../shared/store/table.ts';
import {
  listPictures,
  removePicture,
  replacePicture,
  uploadPicture,
} from '../../../shared/usecases/look/playbook-pictures.ts';
import { storePicture } from '../../../shared/usecases/look/store-picture.ts';
import { saveDraft } from '../../../shared/usecases/playbook/draft/save-draft.ts';
import { NOW } from '../../domain/builders.ts';
import { clean, png, SECRET, tellTale } from '../../playbook/pictures/example-pictures.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { anna, sanne } from '../playbook/editors.ts';
import { compiled, playbook, published } from '../playbook.ts';

const { version: _, ...content } = playbook;
let system: { table: Table; now: () => string };
beforeEach(async () => {
  system = { table: await memoryTable(), now: () => NOW };
  await published(system, compiled(content));
});

const upload = (bytes: Uint8Array, name = 'Team.png') => uploadPicture(system, sanne, { name, bytes });
const list = async () => (await listPictures(system, sanne)) ?? [];

describe('a picture that marketing uploads', () => {
  it('is stored without its metadata and stands in the draft under a plain name', async () => {
    const uploaded = await upload(tellTale.jpeg, 'Foto van Zoë.JPEG');
    if (uploaded.result !== 'saved') throw new Error(uploaded.result);
    expect(uploaded.path).toBe('pictures/foto-van-zoe.jpg');
    const stored = await getPicture(system.table, uploaded.picture.digest);
    expect(stored?.type).toBe('jpeg');
    expect(Buffer.from(stored?.bytes ?? []).includes(SECRET)).toBe(false);
    expect(await list()).toMatchObject([{ path: uploaded.path, state: 'added', usedIn: [] }]);
  });

  it('is there once, however often it is uploaded', async () => {
    expect(await upload(clean.png)).toEqual(await upload(tellTale.png));
    expect(await list()).toHaveLength(1);
  });

  it('takes the place of another only when somebody says so who saw that one', async () => {
    await upload(clean.png);
    const taken = await upload(png(9, 9));
    if (taken.result !== 'taken') throw new Error(taken.result);
    const [before] = await list();
    expect(before).toMatchObject({ picture: { width: 4 }, etag: taken.there.etag });
    const replace = (etag: string) => replacePicture(system, sanne, { ...taken, etag });
    expect(await replace('old')).toEqual({ result: 'overtaken' });
    expect(await replace(taken.there.etag)).toMatchObject({ result: 'saved', path: 'pictures/team.png' });
    // The same press again, after an answer that got lost.
    expect(await replace(taken.there.etag)).toMatchObject({ result: 'saved' });
    expect(await list()).toMatchObject([{ picture: { width: 9, height: 9 } }]);
  });

  it.each(['mails/hi.en.md', 'pictures/a.jpg', 'company.yaml'])(
    'takes no place of another kind: %s',
    async (path) => {
      const taken = await upload(clean.png);
      const [{ etag } = { etag: '' }] = await list();
      const { text } = await storePicture(system, sanne, clean.png).then((stored) =>
        stored.result === 'stored' ? stored : { text: '' },
      );
      expect(taken.result).toBe('saved');
      expect(await replacePicture(system, sanne, { path, text, etag })).toEqual({
        result: 'refused',
        why: 'no-picture',
      });
    },
  );

  it('is refused with a reason', async () => {
    expect(await upload(Buffer.from('<svg/>'))).toEqual({ result: 'refused', why: 'kind' });
    expect(await list()).toEqual([]);
  });

  it('can be removed while nothing shows it', async () => {
    await upload(clean.png);
    const [{ path, etag } = { path: '', etag: '' }] = await list();
    const text = `See ![us](${path})`;
    await saveDraft(system, sanne, { path: 'mails/hi.en.md', text, ifMatch: undefined });
    expect((await list())[0]?.usedIn).toEqual(['mails/hi.en.md']);
    expect(await removePicture(system, sanne, { path, etag })).toBe('used');
    const draft = await saveDraft(system, sanne, { path: 'mails/hi.en.md', text: 'x', ifMatch: undefined });
    if (draft.result === 'overtaken')
      await saveDraft(system, sanne, { path: 'mails/hi.en.md', text: 'x', ifMatch: draft.file?.etag });
    expect(await removePicture(system, sanne, { path, etag: 'old' })).toBe('overtaken');
    expect(await removePicture(system, sanne, { path, etag })).toBe('removed');
    expect(await list()).toEqual([]);
  });

  it('is not used by a comment that names it, nor by a longer path', async () => {
    await upload(clean.png);
    const save = (path: string, text: string) => saveDraft(system, sanne, { path, text, ifMatch: undefined });
    await save('company.yaml', '# logo: { light: pictures/team.png }\n');
    await save('mails/hi.en.md', 'See https://x.test/my-pictures/team.png\n');
    expect(await list()).toMatchObject([{ usedIn: [] }]);
    await save('events.yaml', 'logo: { light: pictures/team.png }\n');
    expect(await list()).toMatchObject([{ usedIn: ['events.yaml'] }]);
  });

  it('is uploaded by marketing only, and seen by sales', async () => {
    await expect(uploadPicture(system, anna, { name: 'a', bytes: clean.png })).rejects.toThrow(NotAllowed);
    await upload(clean.png);
    const seen = { path: 'pictures/team.png', etag: '' };
    await expect(removePicture(system, anna, seen)).rejects.toThrow(NotAllowed);
    expect(await listPictures(system, anna)).toHaveLength(1);
  });
});
