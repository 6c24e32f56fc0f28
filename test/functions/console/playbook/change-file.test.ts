import { beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { readDraftFile } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { viewers } from '../test-console.ts';
import { playbookConsole, shippedFiles, tableWithPlaybook } from './playbook-console.ts';

const SCORING = '/console/playbook/scoring.yaml';

let table: Table;
let sanne: Awaited<ReturnType<typeof playbookConsole>>;
beforeEach(async () => {
  table = await tableWithPlaybook();
  sanne = await playbookConsole(table);
});
const draftOf = async (path: string) => (await readDraftFile({ table }, viewers.marketing, path))?.text;

describe('the page of a file', () => {
  it.each(Object.keys(shippedFiles).filter((path) => path.endsWith('.yaml')))(
    'changes nothing when its form is saved as it is shown: %s',
    async (path) => {
      const html = await sanne.page(`/console/playbook/${path}`);
      expect((await sanne.sendForm(html, `/console/playbook/${path}`, 'save')).status).toBe(303);
      expect(await draftOf(path)).toBe(shippedFiles[path]);
    },
  );

  it('changes one line of the text, and says that it is saved', async () => {
    const saved = await sanne.sendForm(await sanne.page(SCORING), SCORING, 'save', {
      'number:/rules/0/points': '5',
    });
    expect(saved.status).toBe(303);
    expect(await draftOf('scoring.yaml')).toBe(
      shippedFiles['scoring.yaml']?.replace('points: 3', 'points: 5'),
    );
    const html = await sanne.page(saved.headers.get('location') ?? '');
    expect(html).toContain('The draft is saved');
    expect(html).toMatch(/name="number:\/rules\/0\/points"[^>]*value="5"/);
    expect(await sanne.page('/console/playbook')).toMatch(
      /Points, bands and threshold<\/a><span class="tag">changed/,
    );
  });

  it('shows the other view with what was typed', async () => {
    const answer = await sanne.sendForm(await sanne.page(SCORING), SCORING, 'view text', {
      'number:/windowDays': '60',
    });
    const text = await answer.text();
    expect(text).toContain('windowDays: 60');
    expect(text).toContain('Not saved yet');
    const back = await (await sanne.sendForm(text, SCORING, 'view form')).text();
    expect(back).toMatch(/name="number:\/windowDays"[^>]*value="60"/);
    expect(await draftOf('scoring.yaml')).toBe(shippedFiles['scoring.yaml']);
  });

  it('adds, moves and removes entries by its buttons, with everything typed', async () => {
    let html = await sanne.page(SCORING);
    html = await (
      await sanne.sendForm(html, SCORING, 'add /rules page', { 'text:/rules/0/name': 'Prices' })
    ).text();
    expect(html).toContain('It is added below');
    html = await (
      await sanne.sendForm(html, SCORING, 'up /rules/9', {
        'text:/rules/9/name': 'Careers',
        'list:/rules/9/paths': '/jobs/*',
      })
    ).text();
    html = await (await sanne.sendForm(html, SCORING, 'remove /rules/0')).text();
    await sanne.sendForm(html, SCORING, 'save');
    const text = (await draftOf('scoring.yaml')) ?? '';
    expect(text).not.toContain('Prices');
    expect(text).toContain(
      '  - name: Careers\n    on: page\n    points: 1\n    paths: [/jobs/*]\n\n  - name: Attended a webinar',
    );
    expect(text.match(/#.*/g)).toEqual(shippedFiles['scoring.yaml']?.match(/#.*/g));
  });

  it('keeps a mistake that somebody typed, says what is wrong, and where', async () => {
    const saved = await sanne.sendForm(await sanne.page(SCORING), SCORING, 'save', {
      'number:/cap': 'a lot',
    });
    const html = await sanne.page(saved.headers.get('location') ?? '');
    expect(html).toContain('One mistake has to be put right');
    expect(html).toContain('a whole number from 1 to 1000');
    expect(html).toMatch(/<input id="cap"[^>]*aria-invalid="true"[^>]*value="a lot"/);
    const list = await sanne.page('/console/playbook');
    expect(list).toMatch(/href="\/console\/playbook\/scoring.yaml\?entry=cap#cap"/);
  });

  it('shows a text that cannot be read as text', async () => {
    const text = await sanne.page(`${SCORING}?view=text`);
    const saved = await sanne.sendForm(text, SCORING, 'save', { text: 'rules: [\r\n' });
    const html = await sanne.page((saved.headers.get('location') ?? '').replace('view=text', 'view=form'));
    expect(html).toContain('cannot be shown as a form');
    expect(html).toContain('<textarea id="text"');
  });

  it('asks for a name that is not taken', async () => {
    const path = '/console/playbook/forms.yaml';
    const html = await sanne.page(path);
    const answer = await sanne.sendForm(html, path, 'add  form', { 'new:': 'contact' });
    expect(await answer.text()).toContain('Give it a name that is not taken yet');
  });

  it('opens what was added under a name, and saving it leaves the others as they are', async () => {
    for (const [part, what] of [
      ['forms', 'form'],
      ['sequences', 'sequence'],
    ]) {
      const path = `/console/playbook/${part}.yaml`;
      const html = await sanne.page(path);
      const added = await (await sanne.sendForm(html, path, `add  ${what}`, { 'new:': 'checklist' })).text();
      expect(added).toMatch(/name="entry" value="checklist"/);
      const saved = await sanne.sendForm(added, path, 'save', {
        'text:/checklist/title/en': 'The checklist',
      });
      expect(saved.headers.get('location')).toContain('entry=checklist');
      const text = await draftOf(`${part}.yaml`);
      expect(text?.startsWith(shippedFiles[`${part}.yaml`]?.trimEnd() ?? '-')).toBe(true);
      expect(text).toContain('The checklist');
    }
  });

  it('opens another form with what was typed in this one', async () => {
    const path = '/console/playbook/forms.yaml';
    const html = await sanne.page(`${path}?entry=whitepaper`);
    const other = await (
      await sanne.sendForm(html, path, 'open contact', { 'text:/whitepaper/button/en': 'Get it' })
    ).text();
    expect(other).toContain('The page /f/contact');
    await sanne.sendForm(other, path, 'save');
    expect(await draftOf('forms.yaml')).toBe(
      shippedFiles['forms.yaml']?.replace('en: Download the guide', 'en: Get it'),
    );
  });
});

describe('two people who change one file', () => {
  it('see both texts, and nothing is lost', async () => {
    const mine = await sanne.page(SCORING);
    const admin = await playbookConsole(table, viewers.admin);
    await admin.sendForm(await admin.page(SCORING), SCORING, 'save', { 'number:/cap': '120' });
    const answer = await sanne.sendForm(mine, SCORING, 'save', { 'number:/windowDays': '30' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('Admin saved it too');
    expect(html).toContain('− cap: 120');
    expect(html).toContain('+ windowDays: 30');
    expect(await draftOf('scoring.yaml')).toContain('cap: 120');
    const merged = (await draftOf('scoring.yaml'))?.replace('windowDays: 90', 'windowDays: 30') ?? '';
    const etag = /name="etag" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await sanne.post(SCORING, { etag, view: 'text', text: merged.replaceAll('\n', '\r\n'), do: 'save' });
    expect(await draftOf('scoring.yaml')).toBe(merged);
  });
});

describe('a draft', () => {
  it('is discarded, once, and not from under a colleague', async () => {
    const html = await sanne.page(SCORING);
    await sanne.sendForm(html, SCORING, 'save', { 'number:/cap': '120' });
    const before = /name="etag" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await sanne.post(SCORING, { etag: before, do: 'discard' });
    expect(await draftOf('scoring.yaml')).toContain('cap: 120');
    const etag = /name="etag" value="([^"]+)"/.exec(await sanne.page(SCORING))?.[1] ?? '';
    await sanne.post(SCORING, { etag, do: 'discard' });
    expect(await draftOf('scoring.yaml')).toBe(shippedFiles['scoring.yaml']);
  });

  it('may remove a file, and come back', async () => {
    const path = '/console/playbook/mails/tip-6.nl.md';
    const etag = /name="etag" value="([^"]+)"/.exec(await sanne.page(path))?.[1] ?? '';
    expect((await sanne.post(path, { etag, do: 'remove-file' })).status).toBe(303);
    expect(await draftOf('mails/tip-6.nl.md')).toBeUndefined();
    expect(await sanne.page('/console/playbook')).toContain('removed');
    const html = await sanne.page(path);
    expect(html).toContain('removed');
    expect((await sanne.sendForm(html, path, 'discard')).status).toBe(303);
    expect(await draftOf('mails/tip-6.nl.md')).toBe(shippedFiles['mails/tip-6.nl.md']);
  });

  it('keeps what is typed in a file that a colleague removes meanwhile', async () => {
    const html = await sanne.page(SCORING);
    const etag = /name="etag" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await sanne.post(SCORING, { etag, do: 'remove-file' });
    const typed = { 'number:/windowDays': '61' };
    expect(await (await sanne.sendForm(html, SCORING, 'view text', typed)).text()).toContain(
      'windowDays: 61',
    );
    const answer = await sanne.sendForm(html, SCORING, 'save', typed);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('windowDays: 61');
  });
});

describe('sales', () => {
  it('reads the playbook, and changes nothing', async () => {
    const anna = await playbookConsole(table, viewers.sales);
    const html = await anna.page(SCORING);
    expect(html).toContain('You can read the playbook');
    expect(html).toContain('<fieldset class="bare" disabled');
    expect((await anna.post(SCORING, { etag: 'x', text: '', do: 'save' })).status).toBe(403);
    expect((await anna.post(`${SCORING}/check`, { text: '' })).status).toBe(403);
    expect(await draftOf('scoring.yaml')).toBe(shippedFiles['scoring.yaml']);
  });
});

describe('the check while typing', () => {
  it('answers the mistakes of the text that is typed', async () => {
    const text = shippedFiles['scoring.yaml']?.replace('cap: 100', 'cap: 0');
    const answer = await sanne.post(`${SCORING}/check`, { text: text ?? '' });
    const { mistakes } = (await answer.json()) as { mistakes: { line: number; field: string }[] };
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatchObject({ field: 'cap', file: 'scoring.yaml' });
  });
});

describe('how a form looks', () => {
  it('is shown as saved, and as it is typed, and can send nothing', async () => {
    const look = '/console/playbook/forms.yaml/look';
    const answer = await sanne.get(`${look}?entry=whitepaper&in=nl`);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox;');
    expect(await answer.text()).toContain('Van websitebezoek naar goed gesprek');
    const html = await sanne.page('/console/playbook/forms.yaml?entry=whitepaper');
    const typed = await sanne.sendForm(html, look, '', { 'text:/whitepaper/title/en': 'Ready?', in: 'en' });
    expect(await typed.text()).toContain('<h1>Ready?</h1>');
    expect((await sanne.get(`${look}?entry=constructor`)).status).toBe(404);
  });
});

describe('the versions', () => {
  it('are listed, and each has a page', async () => {
    expect(await sanne.page('/console/playbook')).toContain('Version 1');
    const html = await sanne.page('/console/playbook/versions/1');
    expect(html).toContain('a deployment');
    expect(html).toContain('scoring.yaml');
    expect((await sanne.get('/console/playbook/versions/7')).status).toBe(404);
    expect((await sanne.get('/console/playbook/versions/x')).status).toBe(404);
  });
});
