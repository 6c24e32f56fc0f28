import { beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed } from '../../../shared/domain/console/viewer.ts';
import { getPicture } from '../../../shared/store/look/pictures.ts';
import type { Table } from '../../../shared/store/table.ts';
import { storePicture } from '../../../shared/usecases/look/store-picture.ts';
import { saveDraft } from '../../../shared/usecases/playbook/draft/save-draft.ts';
import { NOW } from '../../domain/builders.ts';
import { clean, SECRET, tellTale } from '../../playbook/pictures/example-pictures.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { anna, sanne } from '../playbook/editors.ts';
import { compiled, playbook, published } from '../playbook.ts';

const { version: _, ...content } = playbook;
let system: { table: Table; now: () => string };
beforeEach(async () => {
  system = { table: await memoryTable(), now: () => NOW };
  await published(system, compiled(content));
});

const save = (text: string) => saveDraft(system, sanne, { path: 'pictures/a.png', text, ifMatch: undefined });

describe('a picture that marketing stores', () => {
  it('is stored without its metadata, once, and stands in the draft by its text', async () => {
    const stored = await storePicture(system, sanne, tellTale.png);
    if (stored.result !== 'stored') throw new Error(stored.why);
    expect(await storePicture(system, sanne, clean.png)).toEqual(stored);
    const bytes = (await getPicture(system.table, stored.picture.digest))?.bytes;
    expect(Buffer.from(bytes ?? []).includes(SECRET)).toBe(false);
    expect(await save(stored.text)).toMatchObject({ result: 'saved', file: { state: 'added' } });
  });

  it('is refused with a reason, and for sales', async () => {
    expect(await storePicture(system, sanne, Buffer.from('<svg/>'))).toEqual({
      result: 'refused',
      why: 'kind',
    });
    await expect(storePicture(system, anna, clean.png)).rejects.toThrow(NotAllowed);
  });

  it.each([
    'hello',
    '{"refused":"kind"}',
    `{"digest":"${'a'.repeat(24)}","type":"png","width":1,"height":1,"bytes":1}`,
  ])('is there before the draft can have it: %s is refused', async (text) => {
    expect(await save(text)).toEqual({ result: 'refused', why: 'no-picture' });
  });
});
