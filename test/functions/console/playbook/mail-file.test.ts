import { beforeEach, describe, expect, it } from 'vitest';
import { withCapture } from '../../../../shared/domain/identity/profile.ts';
import { mailHints } from '../../../../shared/playbook/edit/mail-hints.ts';
import { putLead } from '../../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { askCheck } from '../../../../shared/usecases/playbook/ask/ask-draft.ts';
import { readDraftFile } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { LEAD, lead, NOW, submission } from '../../../domain/builders.ts';
import { playbookInProcess } from '../../../usecases/playbook/playbook-in-process.ts';
import { viewers } from '../test-console.ts';
import { playbookConsole, shippedFiles, tableWithPlaybook } from './playbook-console.ts';

const PATH = 'mails/tip-1.en.md';
const TIP = `/console/playbook/${PATH}`;

let table: Table;
let sanne: Awaited<ReturnType<typeof playbookConsole>>;
beforeEach(async () => {
  table = await tableWithPlaybook();
  sanne = await playbookConsole(table);
});
const draftOf = async (path: string) => (await readDraftFile({ table }, viewers.marketing, path))?.text;

describe('the page of a mail', () => {
  it('changes nothing when it is saved as it is shown, and one line when the subject is changed', async () => {
    const html = await sanne.page(TIP);
    await sanne.sendForm(html, TIP, 'save');
    expect(await draftOf(PATH)).toBe(shippedFiles[PATH]);
    await sanne.sendForm(html, TIP, 'save', { 'text:/subject': 'Begin where it ends' });
    expect(await draftOf(PATH)).toBe(
      shippedFiles[PATH]?.replace(/subject: .*/, 'subject: Begin where it ends'),
    );
  });

  it('says how large the mail is, and where its links lead', async () => {
    const html = await sanne.page(TIP);
    expect(html).toMatch(/\d+ KB of the 102 KB that Gmail shows/);
    expect(html).toContain('<li>https://www.kansrijk.test/guides/readiness</li>');
  });

  it('says that a mail with a mistake cannot be shown, and what is wrong', async () => {
    const answer = await sanne.sendForm(await sanne.page(TIP), TIP, 'check', { body: 'Hi {{ firstname }}' });
    const html = await answer.text();
    expect(html).toContain('The mail can be shown once its mistakes are put right');
    expect(html).toContain('mails/tip-1.en.md, line');
  });
});

describe('how a mail looks', () => {
  it('is shown as saved, and as it is typed, for awkward people, and can do nothing', async () => {
    const answer = await sanne.get(`${TIP}/look?person=foreign&scheme=dark`);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox;');
    expect(await answer.text()).toContain('Žofia 王');
    const typed = await sanne.sendForm(await sanne.page(TIP), `${TIP}/look`, '', { body: '\n# Typed now\n' });
    expect(await typed.text()).toContain('Typed now');
    expect(await draftOf(PATH)).toBe(shippedFiles[PATH]);
  });

  it('is shown for a lead to those who may see it', async () => {
    const asked = submission('whitepaper', { values: { firstName: 'Sam' }, locale: 'en' });
    await putLead(table, lead({ version: 1, mail: 'granted' }));
    await putProfile(table, { ...withCapture(undefined, LEAD, asked), version: 1 });
    expect(await sanne.page(`${TIP}/look?lead=${LEAD}`)).toContain('Hi Sam');
    const anna = await playbookConsole(table, viewers.sales);
    const answer = await anna.get(`${TIP}/look?lead=${LEAD}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('Sam');
  });
});

describe('a new mail', () => {
  it('begins in each language without a mistake', async () => {
    const made = await sanne.post('/console/playbook', { do: 'new-mail', name: 'webinar-thanks' });
    expect(made.headers.get('location')).toBe('/console/playbook/mails/webinar-thanks.en.md');
    const check = await askCheck(
      { askPlaybook: playbookInProcess({ table, now: () => NOW }) },
      viewers.marketing,
      'en',
    );
    const mistakes = check.result === 'checked' ? check.mistakes : [];
    expect(mistakes.filter(({ file, isWarning }) => file.includes('webinar-thanks') && !isWarning)).toEqual(
      [],
    );
  });

  it.each(['tip-1', 'With Capitals', '../x', ''])('is not made as %j', async (name) => {
    const answer = await sanne.post('/console/playbook', { do: 'new-mail', name });
    expect(answer.status).toBe(422);
    expect(await draftOf('mails/tip-1.en.md')).toBe(shippedFiles['mails/tip-1.en.md']);
  });
});

describe('hints about a mail', () => {
  it('tell of spam words, of shouting, and of too many links', () => {
    expect(mailHints('Your guide is ready', 'Read it', 'A [link](x)')).toEqual([]);
    expect(mailHints('GRATIS! ACT NOW', 'x', '')).toContainEqual({ kind: 'shouts' });
    expect(mailHints('Read', 'Click here', '')).toEqual([{ kind: 'spam-word', word: 'click here' }]);
    expect(mailHints('Read', '', '[a](b) '.repeat(9))).toEqual([{ kind: 'many-links', count: 9 }]);
  });
});
