import { beforeEach, describe, expect, it } from 'vitest';
import type { Handover } from '../../../../shared/domain/handover/handover.ts';
import type { LeadId, VisitorId } from '../../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import type { PageView } from '../../../../shared/domain/tracking/event.ts';
import { claimCompany, companyOwner } from '../../../../shared/store/handover/company-owners.ts';
import { putLead } from '../../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../../shared/store/identity/links.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../../shared/store/tracking/events.ts';
import { readLog } from '../../../../shared/usecases/console/read-log.ts';
import { DirectoryNotMade } from '../../../../shared/usecases/identity/directory/directory-source.ts';
import { keepFindable } from '../../../../shared/usecases/identity/search/keep-findable.ts';
import { lead, NOW, pageView, reaction, submission } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { hideBeginnings } from '../../../usecases/hide-beginnings.ts';
import { metered } from '../../../usecases/metered-table.ts';
import { shippedPlaybook } from '../../../web/handover/dossier/example.ts';
import { testConsole, viewers } from '../test-console.ts';

const handover: Handover = {
  ...{ number: 1, reason: 'threshold', status: 'open', openedAt: NOW, token: 't', score: 80, playbook: 1 },
  to: 'anna',
};
const playbook = {
  ...shippedPlaybook(),
  sales: { team: { anna: { name: 'Anna' }, bram: { name: 'Bram' } }, routing: [] },
} as unknown as ReturnType<typeof shippedPlaybook>;

let table: Table;
beforeEach(async () => {
  table = await memoryTable();
  await somebody('jan', 'acme.nl', { company: 'Acme <b>', firstName: 'Jan' }, { handover, stage: 'mql' });
  await somebody('piet', 'acme.nl', { company: 'Acme <b>', firstName: 'Piet' });
  await somebody('kees', 'other.nl', { company: 'Acmeverder', firstName: 'Kees' });
  await somebody('acme', 'gmail.com', { firstName: 'Acme' });
});

async function somebody(
  who: string,
  domain: string,
  said: Record<string, string>,
  more: Partial<Lead> = {},
): Promise<LeadId> {
  const id = who.padEnd(22, 'x') as LeadId;
  const values = Object.entries(said).map(([field, value]) => [field, { value, at: NOW, source: 'form' }]);
  const profile = {
    ...{ id, version: 1, email: `${who}@${domain}`, values: Object.fromEntries(values), permissions: [] },
    ...{ createdAt: NOW, locale: 'nl' as const, forms: { whitepaper: NOW } },
  };
  await putLead(table, lead({ id, version: 1, ...more }));
  await putProfile(table, profile);
  await keepFindable({ table, now: () => NOW, hideBeginnings }, profile);
  return id;
}

const consoleOf = (viewer: keyof typeof viewers) =>
  testConsole(viewers[viewer], { table, playbook: async () => playbook });

async function page(viewer: keyof typeof viewers, path: string): Promise<string> {
  const answer = await (await consoleOf(viewer)).get(path);
  return answer.text();
}

describe('the way to a company', () => {
  it.each(['acme', 'ACME', 'acme.nl', '@acme.n'])('finds it by %s', async (q) => {
    expect(await page('marketing', `/console/companies?q=${q}`)).toContain(
      'href="/console/companies/acme.nl"',
    );
  });

  it('calls it as people do, not as a colleague emptied it', async () => {
    for (const who of ['one', 'two']) await somebody(who, 'named.nl', { company: '' });
    await somebody('three', 'named.nl', { company: 'A name' });
    expect(await page('marketing', '/console/companies/named.nl')).toContain('<h1>A name</h1>');
  });

  it('finds no people by their name, nor free mail', async () => {
    const text = await page('marketing', '/console/companies?q=acme');
    expect(text).toContain('/console/companies/other.nl');
    expect(text).not.toContain('gmail.com');
    expect(await page('marketing', '/console/companies?q=kees')).toContain('No company begins like this');
  });

  it('finds for sales only companies with somebody who was handed over', async () => {
    const text = await page('sales', '/console/companies?q=acme');
    expect(text).toContain('/console/companies/acme.nl');
    expect(text).not.toContain('other.nl');
  });

  it('asks for more letters', async () => {
    expect(await page('sales', '/console/companies?q=a')).toContain('at least two letters');
  });
});

describe('the page of a company', () => {
  it('shows its people together, with what is theirs escaped', async () => {
    const text = await page('marketing', '/console/companies/acme.nl');
    for (const one of ['Acme &lt;b&gt;', 'Jan', 'Piet', 'with Anna, not taken yet'])
      expect(text).toContain(one);
    expect(text).not.toContain('Kees');
  });

  it('names whoever a colleague gave a hand-over that nobody took', async () => {
    const given = { ...handover, owner: 'bram' };
    await somebody('ria', 'acme.nl', { firstName: 'Ria' }, { handover: given, stage: 'mql' });
    expect(await page('sales', '/console/companies/acme.nl')).toContain('with Bram, not taken yet');
  });

  it('names whoever has a lead now that a colleague took', async () => {
    const taken = { ...handover, status: 'accepted', answer: { by: 'bram', at: NOW } } as const;
    await somebody('ria', 'acme.nl', { firstName: 'Ria' }, { handover: taken, stage: 'sal' });
    expect(await page('sales', '/console/companies/acme.nl')).toContain('taken by Bram<');
    const given = { ...taken, owner: 'anna' };
    await somebody('rob', 'other.nl', { firstName: 'Rob' }, { handover: given, stage: 'sal' });
    expect(await page('sales', '/console/companies/other.nl')).toContain('taken by Bram, now with Anna<');
  });

  it('shows sales who was handed over, and how many others there are', async () => {
    const text = await page('sales', '/console/companies/acme.nl');
    expect(text).toContain('Jan');
    expect(text).not.toContain('Piet');
    expect(text).toContain('1 more person here was never handed over');
  });

  it.each(['gmail.com', 'unknown.nl', 'no domain'])('does not exist for %s', async (domain) => {
    const answer = await (await consoleOf('admin')).get(`/console/companies/${encodeURIComponent(domain)}`);
    expect(answer.status).toBe(404);
  });

  it('adds up all people of the company, whatever page is shown', async () => {
    for (let n = 0; n < 10; n++)
      await somebody(`more${n}`, 'acme.nl', { firstName: `More${n}` }, { stage: 'customer' });
    const first = await page('admin', '/console/companies/acme.nl');
    const [, after = ''] = /\?after=([\w-]{22})/.exec(first) ?? [];
    for (const text of [first, await page('admin', `/console/companies/acme.nl?after=${after}`)]) {
      expect(factsIn(text)).toMatchObject({
        'Known people': '12',
        'How far they are': 'name: 1, handed over: 1, customer: 10',
        'Known since': '22 November 2026',
      });
      expect(text).not.toContain('Of the people on this page');
    }
  });

  it('counts for sales only whom they may see, and says of how many they see nothing', async () => {
    for (let n = 0; n < 10; n++) await somebody(`more${n}`, 'acme.nl', { firstName: `More${n}` });
    expect(factsIn(await page('sales', '/console/companies/acme.nl'))).toMatchObject({
      'Known people': '12',
      'How far they are': 'handed over: 1',
      'Never handed over to sales': '11',
    });
  });

  it('shows its people while the lists of leads are made for the first time', async () => {
    const directory = () => Promise.reject(new DirectoryNotMade());
    const test = await testConsole(viewers.sales, { table, playbook: async () => playbook, directory });
    const text = await (await test.get('/console/companies/acme.nl')).text();
    expect(text).toContain('Jan');
    expect(factsIn(text)['Known people']).toBeUndefined();
  });

  it('goes on with more than ten people', async () => {
    for (let n = 0; n < 10; n++) await somebody(`more${n}`, 'acme.nl', { firstName: `More${n}` });
    const first = await page('admin', '/console/companies/acme.nl');
    const [, after = ''] = /\?after=([\w-]{22})/.exec(first) ?? [];
    const second = await page('admin', `/console/companies/acme.nl?after=${after}`);
    const everybody = ['Jan', 'Piet', ...Array.from({ length: 10 }, (_, n) => `More${n}`)];
    for (const name of everybody)
      expect([first, second].filter((text) => text.includes(`>${name}<`))).toHaveLength(1);
  });
});

const factsIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<dt>([^<]+)<\/dt><dd[^>]*>([^<]*)/g)].map(([, name, text = '']) => [
      name,
      text.trim(),
    ]),
  );

describe('what each person of a company did last', () => {
  const at = (hour: number) => ({ at: `2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z` });
  const jan = 'jan'.padEnd(22, 'x') as LeadId;

  async function browsed(who: LeadId, browser: string, ...events: Partial<PageView>[]) {
    const visitor = browser as VisitorId;
    await linkVisitor(table, visitor, who, { at: NOW, due: NOW });
    for (const event of events)
      await putVisitorEvent(table, pageView('/guides/x', { ...event, visitor }), 9_999_999_999);
  }

  it('stands there in the words of the timeline, newest first, without robots, spam and what others did', async () => {
    await browsed(
      jan,
      'laptop',
      { title: 'Page <b>', ...at(3) },
      { title: 'Robot', ...at(9), bot: 'user-agent' },
    );
    await browsed(jan, 'phone', { title: 'Oldest', ...at(1) });
    const delivery = { type: 'delivery', id: 'd', mail: 'm', receivedAt: NOW, ...at(8) } as const;
    const spam = submission('demo', { ...at(7), spam: 'too-fast' });
    const own = [reaction('open', 'm', at(4)), submission('whitepaper', at(2)), delivery, spam];
    for (const event of own) await putLeadEvent(table, jan, event);
    const text = await page('marketing', '/console/companies/acme.nl');
    const { title } = shippedPlaybook().forms.whitepaper as { title: { en: string } };
    expect(didIn(text)).toEqual(['Opened a mail', 'Page &lt;b&gt;', `Sent in the form ${title.en}`]);
    expect(text).toContain('Sat 21 Nov 05:00');
  });

  it('is for sales only of whom they may see', async () => {
    await browsed('piet'.padEnd(22, 'x') as LeadId, 'pc', { title: 'Of Piet' });
    expect(didIn(await page('sales', '/console/companies/acme.nl'))).toEqual([]);
    expect(didIn(await page('admin', '/console/companies/acme.nl'))).toEqual(['Of Piet']);
  });

  it('costs one and a half read units a person with a browser, however much they did', async () => {
    const cost = async () => {
      const meter = metered(table);
      const test = await testConsole(viewers.admin, { table: meter, playbook: async () => playbook });
      await test.get('/console/companies/acme.nl');
      meter.read = 0;
      expect((await test.get('/console/companies/acme.nl')).status).toBe(200);
      return meter.read;
    };
    await browsed(jan, 'laptop', {});
    const few = await cost();
    await browsed(
      jan,
      'laptop',
      ...Array.from({ length: 150 }, (_, n) => ({ title: `Page ${n}`, ...at(n % 24) })),
    );
    for (let n = 0; n < 60; n++) await putLeadEvent(table, jan, reaction('open', `m${n}`, at(n % 24)));
    expect((await cost()) - few).toBeLessThanOrEqual(0.5);
    await somebody('kim', 'acme.nl', { firstName: 'Kim' });
    await browsed('kim'.padEnd(22, 'x') as LeadId, 'tablet', {});
    expect((await cost()) - few).toBeLessThanOrEqual(3);
  });
});

/** What the people of a page did, in its order. */
const didIn = (html: string) =>
  [...html.matchAll(/<div class="small">([^<]+) <span class="quiet"><time/g)].map(([, text]) => text);

describe('the files of companies', () => {
  const linesOf = async (viewer: keyof typeof viewers, path: string) =>
    (await page(viewer, path)).trim().split('\r\n').slice(1);

  it('have the people of one company whom the viewer may see', async () => {
    const all = await linesOf('marketing', '/console/companies/acme.nl.csv');
    expect(all).toHaveLength(2);
    expect(all[0]).toMatch(/^janx{19},jan@acme.nl,Jan,/);
    expect(await linesOf('sales', '/console/companies/acme.nl.csv')).toHaveLength(1);
    expect(await page('marketing', '/console/companies/acme.nl')).toContain(
      'href="/console/companies/acme.nl.csv"',
    );
    for (const domain of ['other.nl', 'unknown.nl', 'gmail.com'])
      expect((await (await consoleOf('sales')).get(`/console/companies/${domain}.csv`)).status).toBe(404);
  });

  it('have each company that a search finds once, and no formulas', async () => {
    await somebody('ann', 'sums.nl', { company: '=sum()' });
    expect(await linesOf('marketing', '/console/companies.csv?q=acme')).toEqual([
      'acme.nl,Acme <b>',
      'other.nl,Acmeverder',
    ]);
    expect(await linesOf('sales', '/console/companies.csv?q=acme')).toEqual(['acme.nl,Acme <b>']);
    expect(await linesOf('marketing', '/console/companies.csv?q=sums.nl')).toEqual(["sums.nl,'=sum()"]);
    expect(await linesOf('marketing', '/console/companies.csv')).toEqual([]);
    expect(await page('sales', '/console/companies?q=acme')).toContain(
      'href="/console/companies.csv?q=acme"',
    );
  });

  it('are logged, without the name of a company', async () => {
    await page('marketing', '/console/companies/acme.nl.csv');
    await page('marketing', '/console/companies.csv?q=acme');
    const { entries } = await readLog({ table, now: () => NOW }, viewers.admin, {}, { zone: 'UTC' });
    expect(entries).toHaveLength(2);
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'leads-exported', detail: 'companies q' }),
        expect.objectContaining({ detail: 'company', about: 'jan'.padEnd(22, 'x'), count: 2 }),
      ]),
    );
    expect(JSON.stringify(entries)).not.toContain('acme');
  });
});

describe('giving a company to somebody', () => {
  const give = async (to: string, before = '') =>
    (await consoleOf('marketing')).post('/console/companies/acme.nl', { to, before });

  it('makes them its owner, for routing too', async () => {
    expect((await give('bram')).headers.get('location')).toBe('/console/companies/acme.nl?given');
    expect(await companyOwner(table, 'acme.nl')).toMatchObject({ person: 'bram', at: NOW });
    expect(await page('admin', '/console/companies/acme.nl?given')).toContain(
      'This company is with Bram now.',
    );
  });

  it('changes nothing when somebody else was first, and says who', async () => {
    await claimCompany(table, 'acme.nl', { person: 'anna', at: NOW });
    const answer = await give('bram');
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Anna has had this company since 22 November 2026');
    expect((await companyOwner(table, 'acme.nl'))?.person).toBe('anna');
    expect((await give('bram', 'anna')).status).toBe(303);
  });

  it('is for sales only where somebody was handed over, and tells nothing of others', async () => {
    const sales = await consoleOf('sales');
    const gift = { to: 'bram', before: '' };
    const answers = await Promise.all(
      ['other.nl', 'unknown.nl'].flatMap((domain) => {
        const path = `/console/companies/${domain}`;
        return [sales.post(path, gift), sales.get(path)];
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await companyOwner(table, 'other.nl')).toBeUndefined();
    expect((await sales.post('/console/companies/acme.nl', gift)).status).toBe(303);
  });

  it('is for sales too when the first ten people were never handed over', async () => {
    for (let n = 0; n < 12; n++) await somebody(`a${n}`, 'large.nl', {});
    expect((await (await consoleOf('sales')).get('/console/companies/large.nl')).status).toBe(404);
    await somebody('z', 'large.nl', {}, { handover, stage: 'mql' });
    expect((await (await consoleOf('sales')).get('/console/companies/large.nl')).status).toBe(200);
  });

  it('refuses who is not in the team', async () => {
    expect((await give('nobody')).status).toBe(422);
    expect(await companyOwner(table, 'acme.nl')).toBeUndefined();
  });
});
