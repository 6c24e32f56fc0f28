import { beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { discardDraft } from '../../../../shared/usecases/playbook/draft/discard-draft.ts';
import { readDraft } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { type SavedFile, saveDraft } from '../../../../shared/usecases/playbook/draft/save-draft.ts';
import { NOW } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { forgetfulTable, meanwhile, randomFrom } from '../../faulty-table.ts';
import { compiled, playbook, published } from '../../playbook.ts';
import { admin, anna, sanne } from '../editors.ts';

const { version: _, ...content } = playbook;
const first = compiled(content);
const FIT = first.files['fit.yaml'] ?? '';

let table: Table;
const now = () => NOW;
beforeEach(async () => {
  table = await memoryTable();
  await published({ table, now }, first);
});

const draft = async () => {
  const read = await readDraft({ table }, sanne);
  if (read === undefined) throw new Error('Nothing is published');
  return read;
};
const file = async (path: string) => (await draft()).files.find((one) => one.path === path);
const etag = async (path: string) => (await file(path))?.etag;
const save = (saved: Partial<SavedFile>, by = sanne, over = table) =>
  saveDraft({ table: over, now }, by, { path: 'fit.yaml', text: '', ifMatch: undefined, ...saved });

describe('the shared draft', () => {
  it('is what is live, until somebody changes it', async () => {
    const { files, live } = await draft();
    expect(live.version).toBe(1);
    expect(files.map(({ path }) => path)).toEqual(Object.keys(first.files).sort());
    expect(await file('fit.yaml')).toEqual({
      ...{ path: 'fit.yaml', state: 'same', text: FIT, live: FIT, etag: expect.any(String) },
    });
  });

  it('has what somebody saved, with who and when', async () => {
    const saved = await save({ text: '{}', ifMatch: await etag('fit.yaml') });
    expect(saved).toMatchObject({ result: 'saved', file: { state: 'changed' } });
    expect(await file('fit.yaml')).toMatchObject({
      ...{ state: 'changed', text: '{}', live: FIT, at: NOW, by: { by: 'person', name: 'Sanne' } },
    });
  });

  it('changes nothing when the same is saved again, whoever was first', async () => {
    const before = await etag('fit.yaml');
    await save({ text: '{}', ifMatch: before });
    expect(await save({ text: '{}', ifMatch: before }, admin)).toMatchObject({ result: 'saved' });
    expect(await file('fit.yaml')).toMatchObject({ by: { name: 'Sanne' } });
  });

  it('is as published again when somebody saves that', async () => {
    await save({ text: '{}', ifMatch: await etag('fit.yaml') });
    await save({ text: FIT, ifMatch: await etag('fit.yaml') });
    expect(await file('fit.yaml')).toMatchObject({ state: 'same', text: FIT });
    expect((await file('fit.yaml'))?.by).toBeUndefined();
  });

  it('has new files, and knows those that are to go', async () => {
    expect(await save({ path: 'mails/new.nl.md', text: 'Hallo' })).toMatchObject({ result: 'saved' });
    await save({ text: undefined, ifMatch: await etag('fit.yaml') });
    expect(await file('mails/new.nl.md')).toMatchObject({ state: 'added', text: 'Hallo' });
    expect(await file('fit.yaml')).toMatchObject({ state: 'removed', text: '', live: FIT });
  });

  it('forgets a new file that is removed again', async () => {
    await save({ path: 'mails/new.nl.md', text: 'Hallo' });
    await save({ path: 'mails/new.nl.md', text: undefined, ifMatch: await etag('mails/new.nl.md') });
    expect(await file('mails/new.nl.md')).toBeUndefined();
  });

  it('shows when somebody published another text of the same file', async () => {
    await save({ text: '{}', ifMatch: await etag('fit.yaml') });
    const other = compiled({ ...content, fit: { ...content.fit, freeMail: 'unknown' } });
    await published({ table, now }, other);
    const live = other.files['fit.yaml'] ?? '';
    expect(await file('fit.yaml')).toMatchObject({ state: 'behind', text: '{}', live });
    const fresh = (await draft()).live.manifest?.['fit.yaml'];
    await save({ text: '{ }', ifMatch: await etag('fit.yaml'), seen: fresh });
    expect(await file('fit.yaml')).toMatchObject({ state: 'changed', text: '{ }' });
  });
});

describe('two who change the same file', () => {
  it('do not lose anything: the second gets the text of the first', async () => {
    const read = await etag('fit.yaml');
    await save({ text: 'first', ifMatch: read });
    const second = await save({ text: 'second', ifMatch: read }, admin);
    expect(second).toMatchObject({
      ...{ result: 'overtaken', file: { text: 'first', by: { name: 'Sanne' }, live: FIT } },
    });
    expect(await file('fit.yaml')).toMatchObject({ text: 'first' });
  });

  it('do not lose anything when one saves between reading and writing of the other', async () => {
    const read = await etag('fit.yaml');
    for (let call = 1; call <= 6; call++) {
      const before = await etag('fit.yaml');
      const text = `first ${call}`;
      const busy = meanwhile(table, call, () => save({ text, ifMatch: before }, admin));
      const second = await save({ text: `second ${call}`, ifMatch: before }, sanne, busy);
      const now = await file('fit.yaml');
      // Either the second saw the first, or it had written before the first came, which was told so.
      expect(now?.text).toBe(second.result === 'saved' ? `second ${call}` : text);
    }
    expect(read).not.toBe(await etag('fit.yaml'));
  });

  it('do not both make a file of the same name', async () => {
    const path = 'mails/new.nl.md';
    const saved = await Promise.all([save({ path, text: 'a' }, sanne), save({ path, text: 'b' }, admin)]);
    expect(saved.map(({ result }) => result).sort()).toEqual(['overtaken', 'saved']);
  });

  it('know their own writes when answers get lost', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const busy = forgetfulTable(table, randomFrom(seed));
      const saved = await save({ text: `text ${seed}`, ifMatch: await etag('fit.yaml') }, sanne, busy);
      expect(saved).toMatchObject({ result: 'saved' });
    }
  });
});

describe('a draft that is discarded', () => {
  it('is as published again, and again nothing when it is discarded twice', async () => {
    await save({ text: '{}', ifMatch: await etag('fit.yaml') });
    const ifMatch = (await etag('fit.yaml')) ?? '';
    const discard = () => discardDraft({ table, now }, sanne, { path: 'fit.yaml', ifMatch });
    expect(await discard()).toBe('discarded');
    expect(await discard()).toBe('discarded');
    expect(await file('fit.yaml')).toMatchObject({ state: 'same' });
  });

  it('stays when somebody changed it meanwhile', async () => {
    await save({ text: 'a', ifMatch: await etag('fit.yaml') });
    const ifMatch = (await etag('fit.yaml')) ?? '';
    await save({ text: 'b', ifMatch }, admin);
    expect(await discardDraft({ table, now }, sanne, { path: 'fit.yaml', ifMatch })).toBe('overtaken');
    expect(await file('fit.yaml')).toMatchObject({ text: 'b' });
  });
});

describe('what cannot be saved', () => {
  it.each(['../fit.yaml', 'fit.yml', 'mails/a/b.md', '/fit.yaml', '__proto__', 'mails/.md', ''])(
    'is the path %j',
    async (path) => {
      expect(await save({ path, text: 'x' })).toEqual({ result: 'refused', why: 'path' });
    },
  );

  it('is a file that is larger than an item can be', async () => {
    const text = 'é'.repeat(100_001);
    expect(await save({ text, ifMatch: await etag('fit.yaml') })).toEqual({
      result: 'refused',
      why: 'too-large',
    });
  });

  it('is anything by sales, or before a playbook is published', async () => {
    await expect(save({ text: '' }, anna)).rejects.toThrow('change-playbook');
    expect(await readDraft({ table }, anna)).toEqual(await readDraft({ table }, sanne));
    table = await memoryTable();
    expect(await save({ text: 'x' })).toEqual({ result: 'refused', why: 'nothing-published' });
    expect(await readDraft({ table }, sanne)).toBeUndefined();
  });
});
