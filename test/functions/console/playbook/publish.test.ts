import { beforeEach, describe, expect, it } from 'vitest';
import { draftChanges } from '../../../../shared/playbook/edit/draft-changes.ts';
import { manifestOf } from '../../../../shared/playbook/files/manifest.ts';
import { putEnrolment } from '../../../../shared/store/nurture/enrolments.ts';
import { putPlaybookFiles } from '../../../../shared/store/playbook/playbook-files.ts';
import { putVersionEntry } from '../../../../shared/store/playbook/playbook-versions.ts';
import { currentPlaybook } from '../../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { countEnrolled } from '../../../../shared/usecases/playbook/count-enrolled.ts';
import { LEAD, NOW } from '../../../domain/builders.ts';
import { viewers } from '../test-console.ts';
import { playbookConsole, shippedFiles, tableWithPlaybook } from './playbook-console.ts';

const SCORING = '/console/playbook/scoring.yaml';

let table: Table;
let sanne: Awaited<ReturnType<typeof playbookConsole>>;
beforeEach(async () => {
  table = await tableWithPlaybook();
  sanne = await playbookConsole(table);
});

const hiddenOf = (html: string) => ({
  draft: /name="draft" value="([^"]+)"/.exec(html)?.[1] ?? '',
  over: /name="over" value="([^"]+)"/.exec(html)?.[1] ?? '',
});
const enrol = () =>
  putEnrolment(table, {
    ...{ lead: LEAD, sequence: 'whitepaper-tips', startedAt: NOW, version: 1, sent: {}, skipped: {} },
    ...{
      shiftDays: 0,
      status: 'active',
      due: '2026-12-01T09:00:00.000Z',
      planned: '2026-12-01T09:00:00.000Z',
    },
  });

describe('publishing', () => {
  it('says what changes, makes it live with its note, and can be taken back by one press', async () => {
    await sanne.sendForm(await sanne.page(SCORING), SCORING, 'save', { 'number:/rules/0/points': '5' });
    const html = await sanne.page('/console/playbook');
    expect(html).toContain('Pricing or demo page: 3 → 5 points');
    const answer = await sanne.post('/console/playbook', { ...hiddenOf(html), note: 'Prices count more' });
    expect(answer.headers.get('location')).toBe('/console/playbook?published=2');
    const after = await sanne.page('/console/playbook?published=2');
    expect(after).toContain('Version 2 is live');
    expect(after).toContain('Prices count more');
    expect(after).toContain('Nothing is changed');
    expect((await currentPlaybook(table, 2))?.scoring.rules[0]?.points).toBe(5);
    const old = await sanne.page('/console/playbook/versions/1');
    const back = await sanne.post('/console/playbook/versions/1', { ...hiddenOf(old), note: 'Back' });
    expect(back.headers.get('location')).toBe('/console/playbook?published=3');
    expect((await currentPlaybook(table, 3))?.scoring.rules[0]?.points).toBe(3);
  });

  it('publishes nothing that the page did not show', async () => {
    const seen = hiddenOf(await afterChange('5'));
    await afterChange('7');
    const answer = await sanne.post('/console/playbook', { ...seen, note: 'mine' });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('A colleague changed the draft or published meanwhile');
    expect(html).toContain('value="mine"');
    expect((await currentPlaybook(table))?.version).toBe(1);
  });

  it('does not go back over what a colleague published since the page was read', async () => {
    await sanne.post('/console/playbook', { ...hiddenOf(await afterChange('5')), note: '' });
    const seen = hiddenOf(await sanne.page('/console/playbook/versions/1'));
    await sanne.post('/console/playbook', { ...hiddenOf(await afterChange('7')), note: '' });
    expect((await sanne.post('/console/playbook/versions/1', { ...seen, note: '' })).status).toBe(409);
    expect((await currentPlaybook(table, 3))?.scoring.rules[0]?.points).toBe(7);
  });

  it('refuses mistakes', async () => {
    const html = await afterChange('many');
    expect(html).toContain('Put the mistakes right first');
    const answer = await sanne.post('/console/playbook', { ...hiddenOf(html), note: '' });
    expect(answer.status).toBe(422);
    expect((await currentPlaybook(table))?.version).toBe(1);
  });

  it('is not for sales', async () => {
    const anna = await playbookConsole(table, viewers.sales);
    expect((await anna.post('/console/playbook', { note: '' })).status).toBe(403);
    expect((await anna.post('/console/playbook/versions/1', {})).status).toBe(403);
    expect(await anna.page('/console/playbook')).not.toContain('<h2>Publish</h2>');
  });

  it('warns of what it means for people who are in a sequence', async () => {
    await enrol();
    const path = '/console/playbook/sequences.yaml';
    const html = await sanne.page(`${path}?entry=whitepaper-tips`);
    const typed = await sanne.sendForm(html, path, 'remove /whitepaper-tips/steps/2');
    await sanne.sendForm(await typed.text(), path, 'save');
    expect(await sanne.page('/console/playbook')).toContain(
      'Will not get “Two questions instead of one grade” any more: 1 person.',
    );
  });

  it('says before an old version is published again what it means for people in a sequence', async () => {
    await enrol();
    const path = '/console/playbook/sequences.yaml';
    const html = await sanne.page(`${path}?entry=whitepaper-tips`);
    const typed = await sanne.sendForm(html, path, 'remove /whitepaper-tips/steps/2');
    await sanne.sendForm(await typed.text(), path, 'save');
    await sanne.post('/console/playbook', { ...hiddenOf(await sanne.page('/console/playbook')), note: '' });
    expect(await sanne.page('/console/playbook/versions/1')).toMatch(
      /What it means for people.*In this sequence now: 1 person.*Publish version 1 again/s,
    );
    expect(await sanne.page('/console/playbook/versions/2')).not.toContain('What it means for people');
  });

  it('says of an old version that it means nothing for people when nobody is in a sequence', async () => {
    await afterChange('5');
    await sanne.post('/console/playbook', { ...hiddenOf(await sanne.page('/console/playbook')), note: '' });
    expect(await sanne.page('/console/playbook/versions/1')).toContain(
      'Nobody is in a sequence that changes',
    );
  });

  it('says of an old version that cannot be read any more why nobody can tell what it means, and who is in a sequence', async () => {
    await enrol();
    const old = { ...shippedFiles, 'sequences.yaml': 'whitepaper-tips: { title: Tips, mails: [one, two] }' };
    await putPlaybookFiles(table, old);
    const entry = {
      version: 9,
      author: { by: 'deployment' },
      note: '',
      publishedAt: NOW,
      changes: [],
    } as const;
    await putVersionEntry(table, { ...entry, manifest: manifestOf(old) });
    const html = await sanne.page('/console/playbook/versions/9');
    expect(html).toContain('finds mistakes in this version, so it cannot be published as it is');
    expect(html).toContain('<a href="#sequences.yaml">sequences.yaml, line 1</a>');
    expect(html).toContain('What it would mean for people cannot be told');
    expect(html).toContain('<li>Six tips after the guide: 1 person</li>');
    expect(html).not.toContain('Publish version 9 again</button>');
    const apart = await playbookConsole(table, viewers.marketing, {
      askPlaybook: () => Promise.reject(new Error('no answer')),
    });
    const unchecked = await apart.page('/console/playbook/versions/9');
    expect(unchecked).toContain('this version could not be checked right now');
    expect(unchecked).toContain('Six tips after the guide: 1 person');
    expect(unchecked).toContain('Publish version 9 again</button>');
  });

  async function afterChange(points: string): Promise<string> {
    await sanne.sendForm(await sanne.page(SCORING), SCORING, 'save', { 'number:/rules/0/points': points });
    return sanne.page('/console/playbook');
  }
});

describe('what is due', () => {
  it('counts who waits for a mail, by day', async () => {
    await enrol();
    expect(await countEnrolled(table)).toEqual({
      byDay: { '2026-12-01': 1 },
      isMore: false,
    });
  });
});

describe('what a draft changes', () => {
  it('is told of files that are new, removed, or cannot be read', () => {
    expect(draftChanges([{ path: 'fit.yaml', text: 'a: [', live: 'a: 1' }])).toEqual([
      { file: 'fit.yaml', at: [], kind: 'text' },
    ]);
    expect(draftChanges([{ path: 'mails/x.en.md', text: '---\nsubject: Hello\n---\nHi' }])).toEqual([
      { file: 'mails/x.en.md', title: 'Hello', at: [], kind: 'added' },
    ]);
    expect(draftChanges([{ path: 'fit.yaml', live: 'a: 1' }])).toEqual([
      { file: 'fit.yaml', at: [], kind: 'removed' },
    ]);
    expect(draftChanges([{ path: 'fit.yaml', text: 'a: 1', live: 'a: 1' }])).toEqual([]);
  });
});

describe('webinars and seminars', () => {
  const EVENTS = '/console/playbook/events.yaml';

  it('are offered where the playbook has no file of them, and made once', async () => {
    expect(await sanne.page('/console/playbook')).not.toContain('new-events');
    await sanne.sendForm(await sanne.page(EVENTS), EVENTS, 'remove-file');
    const publish = hiddenOf(await sanne.page('/console/playbook'));
    await sanne.post('/console/playbook', { ...publish, note: 'No webinars for now' });
    expect(await sanne.page('/console/playbook')).toContain('value="new-events"');
    for (const _ of ['once', 'twice']) {
      const made = await sanne.post('/console/playbook', { do: 'new-events' });
      expect(made.headers.get('location')).toBe(EVENTS);
    }
    expect(await sanne.page(EVENTS)).toContain('There are no webinars or seminars yet');
  });
});

describe('the newsletter', () => {
  const NEWSLETTER = '/console/playbook/newsletter.yaml';

  it('says how many each issue will reach, once it has no mistakes', async () => {
    const html = await sanne.page(NEWSLETTER);
    expect(html.match(/goes to 0 people if it were sent now/g)).toHaveLength(3);
    const wrong = await sanne.sendForm(html, NEWSLETTER, 'check', { 'number:/0/audience/scoreFrom': 'many' });
    expect(await wrong.text()).toContain('how many it will reach is counted once the file has no mistakes');
  });
});
