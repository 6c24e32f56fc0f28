import { beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../../shared/domain/language.ts';
import { compilePlaybook } from '../../../../shared/playbook/compile-playbook.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { readDraft } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { saveDraft } from '../../../../shared/usecases/playbook/draft/save-draft.ts';
import { checkDraft } from '../../../../shared/usecases/playbook/work/check-draft.ts';
import { previewDraftMail } from '../../../../shared/usecases/playbook/work/preview-draft-mail.ts';
import { NOW } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { published } from '../../playbook.ts';
import { sanne } from '../editors.ts';
import { SCORING, smallPlaybook } from './small-playbook.ts';

const MAIL = 'mails/newsletter-one-field.nl.md';
const wrongScoring = SCORING.replace('points: 3', 'points: many');

let table: Table;
const now = () => NOW;
beforeEach(async () => {
  table = await memoryTable();
  const compiled = await compilePlaybook(smallPlaybook);
  if (!compiled.ok) throw new Error('The small playbook has mistakes');
  await published({ table, now }, compiled.playbook);
});

const save = async (path: string, text: string) => {
  const files = (await readDraft({ table }, sanne))?.files ?? [];
  const ifMatch = files.find((file) => file.path === path)?.etag;
  return saveDraft({ table, now }, sanne, { path, text, ifMatch });
};
const check = (unsaved?: { path: string; text: string | null }, language: Language = 'en') =>
  checkDraft({ table }, { language, unsaved });

describe('the check of the draft', () => {
  it('finds nothing in what is live', async () => {
    expect(await check()).toMatchObject({ result: 'checked', mistakes: [], more: 0, version: 1 });
  });

  it('finds the mistakes in what was saved, at their place', async () => {
    await save('scoring.yaml', wrongScoring);
    const mistakes = [{ file: 'scoring.yaml', line: expect.any(Number), field: 'rules[0].points' }];
    expect(await check()).toMatchObject({ mistakes });
  });

  it('finds those in a text that is not saved, and leaves the draft as it is', async () => {
    expect(await check({ path: 'scoring.yaml', text: wrongScoring })).toMatchObject({
      mistakes: [{ file: 'scoring.yaml' }],
    });
    expect(await check()).toMatchObject({ mistakes: [] });
    expect(await check({ path: MAIL, text: null })).toMatchObject({
      mistakes: [{ problem: expect.stringContaining('English only') }],
    });
  });

  it('warns of a change that would do what nobody meant', async () => {
    const text = smallPlaybook['sequences.yaml']?.replace('hello:', 'hi:') ?? '';
    const problem = expect.stringContaining('this was called "hello" until now');
    const mistakes = [{ file: 'sequences.yaml', line: 1, isWarning: true, problem }];
    expect(await check({ path: 'sequences.yaml', text })).toMatchObject({ mistakes });
  });

  it('tells no more mistakes than anybody reads, and how many there are', async () => {
    const rules = Array.from({ length: 500 }, (_, n) => `  - { name: R${n}, on: page, points: many }`);
    const text = SCORING.replace(/rules:[\s\S]*/, `rules:\n${rules.join('\n')}\n`);
    const answer = await check({ path: 'scoring.yaml', text });
    expect(answer).toMatchObject({ result: 'checked', more: expect.any(Number) });
    if (answer.result !== 'checked') return;
    expect(answer.mistakes).toHaveLength(200);
    expect(answer.more).toBeGreaterThanOrEqual(300);
  });

  it('says when nothing is published', async () => {
    expect(await checkDraft({ table: await memoryTable() }, { language: 'en' })).toEqual({
      result: 'unpublished',
    });
  });
});

describe('a mail of the draft', () => {
  const system = () => ({ table, publicUrl: 'https://leads.test', websiteUrl: 'https://www.test' });
  const preview = (unsaved?: { path: string; text: string | null }, mail = 'newsletter-one-field') =>
    previewDraftMail(system(), {
      ...{ language: 'en', mail, locale: 'nl', unsaved },
      lead: { profile: { firstName: 'Noor' } },
    });
  const text = `${smallPlaybook[MAIL]}\nEen regel erbij voor {{ firstName | default: "jou" }}.\n`;

  it('is shown as somebody would get it, also with a text that is not saved', async () => {
    expect(await preview()).toMatchObject({ result: 'shown', html: expect.stringContaining('<html') });
    expect(await preview({ path: MAIL, text })).toMatchObject({
      text: expect.stringContaining('Een regel erbij voor Noor.'),
    });
  });

  it('is shown although another file has mistakes', async () => {
    await save('scoring.yaml', wrongScoring);
    await save(MAIL, text);
    expect(await preview()).toMatchObject({ result: 'shown', text: expect.stringContaining('voor Noor') });
  });

  it('has its own mistakes instead', async () => {
    expect(await preview({ path: MAIL, text: 'Hallo' })).toMatchObject({
      ...{ result: 'mistakes', mistakes: [{ file: MAIL }] },
    });
    expect(await preview(undefined, 'none')).toEqual({ result: 'unknown' });
  });
});
