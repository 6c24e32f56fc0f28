import { beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../shared/domain/console/viewer.ts';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import { dayOf, plus } from '../../../../shared/domain/time.ts';
import { getLead, putLead } from '../../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import { putEnrolment } from '../../../../shared/store/nurture/enrolments.ts';
import { putMail } from '../../../../shared/store/nurture/mails.ts';
import { addReaction } from '../../../../shared/store/nurture/reactions.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { putLeadEvent } from '../../../../shared/store/tracking/events.ts';
import { lead, NOW } from '../../../domain/builders.ts';
import { enrolment, profile } from '../../../domain/nurture/builders.ts';
import { mail } from '../../../domain/nurture/mails.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { someLead } from '../../../store/new-table.ts';
import { longLife } from '../../../usecases/identity/lead-page/long-life.ts';
import { testConsole, viewers } from '../test-console.ts';

let table: Table;
let ann: LeadId;
beforeAll(async () => {
  table = await memoryTable();
  ann = await longLife(table, 200);
});

const open = (viewer: Viewer = viewers.marketing) => testConsole(viewer, { table });
async function page(path: string, viewer: Viewer = viewers.marketing): Promise<string> {
  const answer = await (await open(viewer)).get(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

/** A lead that marketing has, in the sequence that ships. */
async function nurtured(more: object = {}): Promise<LeadId> {
  const id = someLead();
  await putLead(table, {
    ...lead({ stage: 'lead', mail: 'granted', started: { 'whitepaper-tips': NOW }, ...more }),
    id,
  });
  await putProfile(table, profile({ id, email: 'bob@example.nl', locale: 'en' }));
  await putEnrolment(table, {
    ...enrolment({ version: 1, sequence: 'whitepaper-tips', startedAt: NOW, sent: { whitepaper: NOW } }),
    ...{ lead: id, due: '2026-11-29T09:00:00.000Z', planned: '2026-11-29T09:00:00.000Z' },
  });
  return id;
}

describe('the page of one lead', () => {
  it('says first who it is, how it stands, what is next, and calls with one press', async () => {
    const html = await page(`/console/leads/${ann}`, viewers.sales);
    const header = html.slice(
      html.indexOf('class="card who"'),
      html.indexOf('</header>', html.indexOf('who"')),
    );
    expect(header).toContain('<h1>Ann de Vries</h1>');
    expect(header).toContain('Example Works');
    expect(header).toContain('Asked to talk');
    expect(header).toMatch(/Should have been picked up before|Waits for sales/);
    expect(header).toContain('href="tel:+31201234567"');
  });

  it('tells which variant of a test a mail was', async () => {
    const id = await nurtured();
    for (const [counts, text] of [
      [true, 'Variant “question” in the test tip-subject'],
      [false, 'Variant “question”, beside or after the test tip-subject'],
    ] as const) {
      const sent = mail({ lead: id, test: { test: 'tip-subject', variant: 'question', counts } });
      await putMail(table, sent);
      const delivered = {
        type: 'delivery',
        id: `d-${sent.id}`,
        at: sent.sentAt ?? '',
        mail: sent.id,
      } as const;
      await putLeadEvent(table, id, { ...delivered, receivedAt: delivered.at });
      expect(await page(`/console/leads/${id}`)).toContain(text);
    }
  });

  it('tells what of a mail a machine did, and what is not decided yet', async () => {
    const id = await nurtured();
    const sent = mail({ lead: id });
    await putMail(table, sent);
    await addReaction(table, sent.id, { kind: 'open', at: plus(NOW, -1_800_000), bot: 'user-agent' }, NOW);
    await addReaction(table, sent.id, { kind: 'click', at: plus(NOW, -5_000), link: 0 }, NOW);
    const delivered = { type: 'delivery', id: `d-${sent.id}`, at: sent.sentAt ?? '', mail: sent.id } as const;
    await putLeadEvent(table, id, { ...delivered, receivedAt: delivered.at });
    const html = await page(`/console/leads/${id}`);
    expect(html).toContain('Not counted, opened or clicked by machines: 1 open, 0 clicks');
    expect(html).toContain('Not counted yet, we are still telling people from machines: 0 opens, 1 click');
  });

  it('tells the time zone of a person after everything else that is known', async () => {
    const id = await nurtured();
    const claim = (value: string) => ({ value, at: NOW, source: 'form' as const });
    const values = { timeZone: claim('UTC'), jobTitle: claim('Buyer') };
    await putProfile(table, profile({ id, email: 'bob@example.nl', version: 2, values }));
    const html = await page(`/console/leads/${id}`);
    expect(html).toMatch(/Buyer[\s\S]+Known since[\s\S]+Time zone[\s\S]+UTC/);
  });

  it.each<[object, string]>([
    [{ interest: true }, 'Fit not known yet: number of employees is missing. 80 points short of a call.'],
    [{ stage: 'name', interest: true, mail: 'none' }, 'Not a lead yet: it gave no permission.'],
    [{ stage: 'name', interest: false }, 'Not a lead yet: it showed no interest.'],
    [{ stage: 'name', interest: false, mail: 'none' }, 'it gave no permission and showed no interest.'],
    [{ stage: 'name', judged: 'bad', readiness: 'ready' }, 'Does not fit, so it is not handed over, unless'],
  ])('says why marketing still has it: %j', async (more, words) => {
    const html = await page(`/console/leads/${await nurtured(more)}`);
    expect(html).toContain(words);
    expect(html).not.toContain('class="tag good">Ready for sales');
  });

  it('leads to the others of its company', async () => {
    const html = await page(`/console/leads/${await nurtured()}`);
    expect(html).toContain('href="/console/companies/example.nl"');
  });

  it('has both questions, the line of the score, and each event with its points', async () => {
    const html = await page(`/console/leads/${ann}`);
    expect(html).toContain('Can you call me on Tuesday?');
    expect(html).toContain('What does it cost for ten people?');
    expect(html).toContain('<svg class="score"');
    expect(html).toMatch(/<div class="points"><div><b>\+\d/);
    expect(html).toContain('if it was the first that day');
  });

  it('has at most 60 KB, however long the history is', async () => {
    expect(Buffer.byteLength(await page(`/console/leads/${ann}`, viewers.admin))).toBeLessThan(60_000);
  });

  it('goes on at a place, shows one kind, and one day as a whole', async () => {
    const html = await page(`/console/leads/${ann}`);
    const [, more = ''] = /class="button second" href="([^"]*cursor=[^"]+)"/.exec(html) ?? [];
    expect(await page(more.replaceAll('&amp;', '&'))).toContain('id="timeline-part"');
    const mails = await page(`/console/leads/${ann}?kind=mails`);
    expect(mails).toContain('Clicked in “Ask one thing less”');
    expect(mails).not.toContain('How to ask one thing less in a form');
    expect(await page(`/console/leads/${ann}?day=${dayOf(NOW)}`)).toContain('Everything on 22 Nov');
    for (const day of ['2026-99-99', '2026-02-31', '0000-00-00', 'x'])
      expect(await page(`/console/leads/${ann}?day=${day}`)).toContain('<h1>Ann de Vries</h1>');
  });

  it('speaks Dutch', async () => {
    expect(await page(`/console/leads/${ann}?lang=nl`)).toContain('Laat alleen zien');
  });
});

describe('a lead that was never with sales', () => {
  it('is shown to marketing, and to nobody of sales in any way', async () => {
    const id = await nurtured();
    expect(await page(`/console/leads/${id}`)).toContain('bob@example.nl');
    const sales = await open(viewers.sales);
    for (const more of ['', '?kind=visits', `?day=${dayOf(NOW)}`]) {
      const answer = await sales.get(`/console/leads/${id}${more}`);
      expect(answer.status).toBe(404);
      const text = await answer.text();
      expect(text).toContain('This lead is not with sales');
      expect(text).not.toContain('bob@example.nl');
    }
  });

  it('is unknown when there is none, or its address is no address', async () => {
    for (const id of ['AAAAAAAAAAAAAAAAAAAAAA', 'nobody'])
      expect((await (await open()).get(`/console/leads/${id}`)).status).toBe(404);
  });
});

describe('a sequence on the page', () => {
  const fields = (id: LeadId, more: object = {}) => ({
    ...{
      action: 'pause-sequence',
      sequence: 'whitepaper-tips',
      startedAt: dayOf(NOW),
      step: 'tip-1',
      _seen: '',
    },
    ...more,
    id,
  });

  it('says what is next and when, and can be paused and resumed', async () => {
    const id = await nurtured();
    const console = await open();
    expect(await page(`/console/leads/${id}`)).toContain('Next: “');
    const paused = await console.post(`/console/leads/${id}`, fields(id));
    expect(paused.status).toBe(303);
    const html = await page(paused.headers.get('location')?.replace(/#.*/, '') ?? '');
    expect(html).toContain('Paused: nothing more is sent until somebody resumes it.');
    expect(html).toContain('Paused by Sanne');
    expect(html).toContain('value="resume-sequence"');
  });

  it('names its mails as people get them', async () => {
    const id = await nurtured({ started: { 'newsletter-welcome': NOW } });
    await putEnrolment(table, {
      ...enrolment({ version: 1, sequence: 'newsletter-welcome', startedAt: NOW }),
      ...{ lead: id, sent: { 'newsletter-welcome': NOW } },
    });
    const html = await page(`/console/leads/${id}`);
    expect(html).toContain('Confirm your newsletter');
    expect(html).not.toContain('{%');
  });

  it('tells the second of two colleagues who was first, and changes nothing', async () => {
    const id = await nurtured();
    const console = await open();
    await console.post(`/console/leads/${id}`, fields(id, { action: 'end-sequence' }));
    const second = await console.post(`/console/leads/${id}`, fields(id));
    expect(second.status).toBe(409);
    const html = await second.text();
    expect(html).toContain('a colleague was first');
    expect(html).toContain('Ended by Sanne');
  });

  it('has no buttons for sales, and refuses what they send', async () => {
    const handover = (await getLead(table, ann)) as { handover?: object };
    const id = await nurtured({ handover: handover.handover });
    expect(await page(`/console/leads/${id}`, viewers.sales)).not.toContain('pause-sequence');
    expect((await (await open(viewers.sales)).post(`/console/leads/${id}`, fields(id))).status).toBe(403);
  });

  it('can be sent again when the table did not answer, with all that was sent', async () => {
    const id = await nurtured();
    const down: Table = { name: table.name, call: () => Promise.reject(new Error('down')) };
    const answer = await (await testConsole(viewers.marketing, { table: down })).post(
      `/console/leads/${id}`,
      fields(id),
    );
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('name="action" value="pause-sequence"');
  });
});

describe('an action of sales on the page', () => {
  const lead = () => longLife(table, 5);

  it('is recorded from a form of the page, and said', async () => {
    const id = await lead();
    const console = await open(viewers.sales);
    const taken = await console.post(`/console/leads/${id}`, { action: 'accept', _key: 'k1' });
    expect(taken.headers.get('location')).toBe(`/console/leads/${id}?said=accept`);
    const html = await page(`/console/leads/${id}?said=accept`, viewers.sales);
    expect(html).toContain('Recorded: Anna accepted the lead');
    expect(html).toContain('With Anna');
  });

  it('keeps what was typed when something is missing', async () => {
    const id = await lead();
    const console = await open(viewers.sales);
    const answer = await console.post(`/console/leads/${id}`, {
      action: 'return',
      note: 'No budget before May',
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('No budget before May');
  });

  it('is a note for marketing, and nothing else', async () => {
    const id = await lead();
    const console = await open(viewers.marketing);
    expect(await page(`/console/leads/${id}`)).not.toContain('value="accept"');
    expect((await console.post(`/console/leads/${id}`, { action: 'accept' })).status).toBe(403);
    const noted = await console.post(`/console/leads/${id}`, { action: 'note', text: 'Met at the fair' });
    expect(noted.status).toBe(303);
    expect(await page(`/console/leads/${id}?kind=visits`)).toContain('Met at the fair');
  });
});

describe('erasing a person', () => {
  it('is for admins alone', async () => {
    for (const viewer of [viewers.sales, viewers.marketing]) {
      const console = await open(viewer);
      expect((await console.get(`/console/leads/${ann}/erase`)).status).toBe(403);
      expect((await console.post(`/console/leads/${ann}/erase`, { email: 'x' })).status).toBe(403);
    }
  });

  it('asks for the address, shows the receipt, and leaves nothing', async () => {
    const id = await nurtured();
    const console = await open(viewers.admin);
    expect(await page(`/console/leads/${id}/erase`, viewers.admin)).toContain('Type the e-mail address');
    const wrong = await console.post(`/console/leads/${id}/erase`, { email: 'ann@example.nl' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="ann@example.nl"');
    const erased = await console.post(`/console/leads/${id}/erase`, { email: ' Bob@Example.nl ' });
    expect(erased.status).toBe(200);
    const html = await erased.text();
    expect(html).toContain(id);
    expect(html).not.toContain('bob@example.nl');
    expect(html).toMatch(/Removed: 0 events, 0 browsers and \d+ other records?\./);
    expect((await console.get(`/console/leads/${id}`)).status).toBe(404);
  });
});
