import { beforeEach, describe, expect, it } from 'vitest';
import { MOST_FILES } from '../../../../shared/playbook/files/playbook-files.ts';
import { newGuide, newMail } from '../../../../shared/playbook/new/new-files.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { filesOf } from '../../../../shared/usecases/playbook/draft/load-draft.ts';
import { makeDrafts } from '../../../../shared/usecases/playbook/draft/make-drafts.ts';
import { readDraft } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { saveDraft } from '../../../../shared/usecases/playbook/draft/save-draft.ts';
import { NOW } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { Crash, dyingTable, meanwhile } from '../../faulty-table.ts';
import { compiled, playbook, published } from '../../playbook.ts';
import { admin, anna, sanne } from '../editors.ts';

const { version: _, ...content } = playbook;
const first = compiled(content);
const [subject = ''] = Object.keys(content.mailing.subjects);
const guide = {
  ...{ name: 'checklist', title: { nl: 'Tien vragen', en: 'Ten questions' } },
  ...{ mails: 1, days: 7, subject },
};

let table: Table;
const now = () => NOW;
beforeEach(async () => {
  table = await memoryTable();
  await published({ table, now }, first);
});
const make = (over = table, by = sanne) =>
  makeDrafts({ table: over, now }, by, (files) => newGuide(files, guide));
const files = async () => {
  const draft = await readDraft({ table }, sanne);
  return draft && filesOf(draft);
};
const whole = () => {
  const made = newGuide(first.files, guide);
  return made.ok ? made.files : undefined;
};

describe('the drafts of a guide', () => {
  it('are all there at once, and the same when they are made twice or by two people', async () => {
    await Promise.all([make(), make(table, admin)]);
    expect(await make()).toEqual({ result: 'made' });
    expect(await files()).toEqual(whole());
  });

  it('are made whole by asking again, wherever the process died', async () => {
    for (const when of ['before', 'after'] as const) {
      let isDone = false;
      for (let call = 1; !isDone; call++) {
        table = await memoryTable();
        await published({ table, now }, first);
        isDone = await make(dyingTable(table, call, when)).then(
          () => true,
          (error) => {
            expect(error).toBeInstanceOf(Crash);
            return false;
          },
        );
        expect(await make()).toEqual({ result: 'made' });
        expect(await files()).toEqual(whole());
      }
    }
  });

  it('take nothing from a colleague who saves a form meanwhile', async () => {
    const text = '{"theirs": {}}';
    const save = () => saveDraft({ table, now }, admin, { path: 'forms.yaml', text, ifMatch: undefined });
    const before = (await readDraft({ table }, sanne))?.files.find(({ path }) => path === 'forms.yaml')?.etag;
    const theirs = () => saveDraft({ table, now }, admin, { path: 'forms.yaml', text, ifMatch: before });
    expect(await make(meanwhile(table, 12, theirs))).toEqual({ result: 'made' });
    const forms = (await files())?.['forms.yaml'] ?? '';
    expect(forms).toContain('theirs');
    expect(forms).toContain('Tien vragen');
    expect(await save()).toMatchObject({ result: 'overtaken' });
  });

  it('are not made over what has the name already, and nothing of them is', async () => {
    const path = 'mails/checklist-1.en.md';
    await saveDraft({ table, now }, sanne, { path, text: 'Mine', ifMatch: undefined });
    const before = await files();
    expect(await make()).toEqual({ result: 'not-made', because: { why: 'taken', where: path } });
    expect(await files()).toEqual(before);
  });

  it('are not made when they would be too much for a playbook, and nothing of them is', async () => {
    const more = Array.from({ length: MOST_FILES - Object.keys(first.files).length - 3 }, (_, at) => [
      `mails/m-${at}.en.md`,
      'x',
    ]);
    table = await memoryTable();
    await published({ table, now }, { ...first, files: { ...first.files, ...Object.fromEntries(more) } });
    const before = await files();
    expect(await make()).toEqual({ result: 'refused', why: 'too-large' });
    expect(await files()).toEqual(before);
  });

  it('are not for sales, and not before a playbook is published', async () => {
    await expect(make(table, anna)).rejects.toThrow('change-playbook');
    table = await memoryTable();
    expect(await make()).toEqual({ result: 'refused', why: 'nothing-published' });
  });
});

describe('a new mail', () => {
  it('has the button that confirms a permission when it answers a form', async () => {
    await makeDrafts({ table, now }, sanne, (all) => newMail(all, 'thanks', { asksToConfirm: true }));
    await makeDrafts({ table, now }, sanne, (all) => newMail(all, 'later'));
    const made = await files();
    for (const language of ['nl', 'en']) {
      expect(made?.[`mails/thanks.${language}.md`]).toContain('{{ confirmUrl }}');
      expect(made?.[`mails/later.${language}.md`]).not.toContain('confirmUrl');
    }
  });
});
