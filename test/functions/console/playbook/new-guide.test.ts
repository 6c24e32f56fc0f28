import { beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { askCheck } from '../../../../shared/usecases/playbook/ask/ask-draft.ts';
import { readDraftFile } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { NOW } from '../../../domain/builders.ts';
import { playbookInProcess } from '../../../usecases/playbook/playbook-in-process.ts';
import { viewers } from '../test-console.ts';
import { playbookConsole, shippedFiles, tableWithPlaybook } from './playbook-console.ts';

const PLAYBOOK = '/console/playbook';
const NEW = `${PLAYBOOK}/new`;
const typed = {
  ...{ nl: 'Tien vragen voor je belt', en: 'Ten questions before you call', name: 'checklist' },
  ...{ mails: '3', days: '7', subject: 'tips' },
};

let table: Table;
let sanne: Awaited<ReturnType<typeof playbookConsole>>;
beforeEach(async () => {
  table = await tableWithPlaybook();
  sanne = await playbookConsole(table);
});
const draftOf = async (path: string) => (await readDraftFile({ table }, viewers.marketing, path))?.text;
const make = (more: Record<string, string> = {}) => sanne.post(NEW, { ...typed, ...more });
const found = async () => {
  const askPlaybook = playbookInProcess({ table, now: () => NOW });
  const check = await askCheck({ askPlaybook }, viewers.marketing, 'en');
  return check.result === 'checked' ? check.mistakes : undefined;
};

describe('a new guide', () => {
  it('is reached from the top of the playbook, and makes all its drafts without a mistake', async () => {
    const html = await sanne.page(PLAYBOOK);
    expect(html.indexOf(`href="${NEW}"`)).toBeLessThan(html.indexOf('<h2>Publish</h2>'));
    expect(await sanne.page(NEW)).toContain('<h1>A new guide</h1>');
    const made = await make();
    expect(made.headers.get('location')).toBe(`${NEW}/checklist?made=yes`);
    expect(await found()).toEqual([]);
    expect(await draftOf('mails/checklist-answer.nl.md')).toContain('{{ confirmUrl }}');
    expect(await draftOf('sequences.yaml')).toContain('mail: checklist-3, after: 21d');
    expect(await make()).toMatchObject({ status: 303 });
  });

  it('is a list of steps, with what is still to be written in each', async () => {
    await make();
    const html = await sanne.page(`${NEW}/checklist?made=yes`);
    expect(html).toContain('The drafts are there');
    for (const mail of ['checklist-answer', 'checklist-1', 'checklist-2', 'checklist-3'])
      for (const language of ['nl', 'en']) expect(html).toContain(`${PLAYBOOK}/mails/${mail}.${language}.md`);
    expect(html).toContain(`${PLAYBOOK}/forms.yaml?entry=checklist`);
    expect(html).toContain(`${PLAYBOOK}/sequences.yaml?entry=checklist`);
    expect(html).toContain('The mail after 21 days');
    expect(html).toContain('Write here one idea that people can use today.');
    expect(html).toContain('The link “Read the guide” still leads to the home page.');
    const before = await sanne.page(PLAYBOOK);
    expect(before).toMatch(/Still to write.*Ten questions before you call.*12 texts to write/s);
    expect(before).toContain('12 texts are still those that they began with.');
    const path = 'mails/checklist-1.en.md';
    const text = (await draftOf(path))?.replace(/Write here.*/, 'Begin with question four.') ?? '';
    const file = `${PLAYBOOK}/${path}`;
    await sanne.sendForm(await sanne.page(`${file}?view=text`), file, 'save', { text });
    expect(await sanne.page(PLAYBOOK)).toContain('11 texts to write');
  });

  it('gets a name of its title when none is given', async () => {
    const made = await make({ name: '' });
    expect(made.headers.get('location')).toBe(`${NEW}/ten-questions-before-you-call?made=yes`);
  });

  it.each([
    ['name', 'whitepaper', 'This name is taken: there is a form that is called so'],
    ['name', 'tip', 'This name is taken: there is mails/tip-1.nl.md'],
    ['name', 'not-now', 'This name is taken: there is mails/not-now-1.nl.md'],
    ['name', 'guide-scoring', 'This name is taken: there is a sequence that is called so'],
    ['name', 'With Capitals', 'Choose a short name'],
    ['nl', '{{ firstName }}', 'Write a title in each language'],
    ['mails', '13', 'Choose a whole number from 0 to 12'],
    ['mails', '', 'Choose a whole number from 0 to 12'],
    ['days', '0', 'Choose a whole number from 1 to 60'],
    ['subject', 'other', 'Choose one of the subjects'],
  ])('is not made with the %s %j: its field says why, and keeps what was typed', async (field, text, why) => {
    const answer = await make({ [field]: text });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(new RegExp(`id="${field}-wrong">${why}`));
    expect(html).toMatch(new RegExp(`<(input|select)[^>]*(name="${field}"|aria-invalid="true")`));
    expect(html).toContain('value="Ten questions before you call"');
    expect(await draftOf('forms.yaml')).toBe(shippedFiles['forms.yaml']);
    expect(await draftOf('mails/checklist-1.nl.md')).toBeUndefined();
  });

  it('is not for sales, who may read what is to be written', async () => {
    await make();
    const anna = await playbookConsole(table, viewers.sales);
    expect((await anna.get(NEW)).status).toBe(403);
    expect((await anna.post(NEW, typed)).status).toBe(403);
    expect(await anna.page(`${NEW}/checklist`)).toContain('Ten questions before you call');
    expect(await anna.page(PLAYBOOK)).not.toContain('<h2>New</h2>');
    expect((await anna.get(`${NEW}/unknown`)).status).toBe(404);
  });
});

describe('a form that nothing answers', () => {
  const FORMS = `${PLAYBOOK}/forms.yaml`;
  async function addForm() {
    const before = await sanne.page(FORMS);
    const added = await sanne.sendForm(before, FORMS, 'add  form', { 'new:': 'checklist' });
    return sanne.sendForm(await added.text(), FORMS, 'save', {
      'text:/checklist/permission/en': 'Yes, mail me.',
      'text:/checklist/permission/nl': 'Ja, mail mij.',
      'some:/checklist/subjects': 'tips',
    });
  }

  it('gets its answer from the mistake about its permission, by one press', async () => {
    const saved = await addForm();
    const html = await sanne.page(saved.headers.get('location') ?? '');
    expect(html).toContain('Save, and make what answers it');
    // What is wrong with both languages stands above them, where a link from the list of mistakes leads.
    expect(html).toMatch(
      /id="checklist\.permission-wrong">.*<\/div><div class="row" id="checklist\.permission">/s,
    );
    expect(await sanne.page(`${NEW}/whitepaper`)).not.toContain('id="mistakes"');
    expect(await sanne.page(`${NEW}/checklist`)).toContain('id="mistakes"');
    const pressed = await sanne.sendForm(html, FORMS, 'answer checklist');
    expect(pressed.headers.get('location')).toBe(`${NEW}?form=checklist`);
    const asked = await sanne.page(`${NEW}?form=checklist`);
    expect(asked).toContain('What answers the form checklist');
    expect(asked).toContain('value="checklist"');
    expect(asked).toContain('<option value="tips" selected="">');
    expect(asked).not.toContain('<option value="product"');
    const made = await sanne.post(NEW, { ...typed, form: 'checklist', name: 'list' });
    expect(made.headers.get('location')).toBe(`${NEW}/checklist?made=yes`);
    expect(await found()).toEqual([]);
    expect(await sanne.page(`${FORMS}?entry=checklist`)).not.toContain('Save, and make what answers it');
  });

  it('leads to the mail that lacks the button', async () => {
    await addForm();
    await sanne.post(NEW, { ...typed, form: 'checklist', mails: '0' });
    const path = 'mails/checklist-answer.en.md';
    const text = (await draftOf(path))?.replace(/\{% if confirmUrl %\}.*\{% endif %\}/s, '') ?? '';
    const file = `${PLAYBOOK}/${path}`;
    await sanne.sendForm(await sanne.page(`${file}?view=text`), file, 'save', { text });
    const html = await sanne.page(`${FORMS}?entry=checklist`);
    expect(html).toMatch(
      /needs the button to confirm:.*href="\/console\/playbook\/mails\/checklist-answer\.en\.md"/s,
    );
    expect(html).not.toContain('Save, and make what answers it');
  });

  it('is not found when it is none', async () => {
    expect((await sanne.get(`${NEW}?form=unknown`)).status).toBe(404);
    expect((await sanne.post(NEW, { ...typed, form: 'unknown' })).status).toBe(404);
    expect(await draftOf('sequences.yaml')).toBe(shippedFiles['sequences.yaml']);
  });
});
