import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import { putLead } from '../../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { readDraftFile } from '../../../../shared/usecases/playbook/draft/read-draft.ts';
import { saveDraft } from '../../../../shared/usecases/playbook/draft/save-draft.ts';
import { lead, NOW } from '../../../domain/builders.ts';
import { testConsole, viewers } from '../test-console.ts';
import { playbookConsole, shippedFiles, tableWithPlaybook } from './playbook-console.ts';

const TRY = '/console/playbook/try-out';
const BUSY = 'C000000000000000000001' as LeadId;
const KNOWN = 'C000000000000000000002' as LeadId;
const now = () => NOW;

let table: Table;
beforeEach(async () => {
  table = await tableWithPlaybook();
});

/** A lead with seventy points. */
async function arrives(id: LeadId, firstName: string, more: Parameters<typeof lead>[0] = {}): Promise<void> {
  const points = { daily: { '2026-11-20': 70 }, window: {} };
  const scored = { points, score: 70, band: 'ads', bandAt: NOW, stage: 'lead', stageAt: NOW } as const;
  const known = { interest: true, mail: 'granted', fit: 'good', permission: { granted: NOW } } as const;
  await putLead(table, lead({ ...scored, ...known, id, ...more }));
  const values = {
    firstName: { value: firstName, at: NOW, source: 'whitepaper' },
    employees: { value: '50', at: NOW, source: 'whitepaper' },
  };
  const email = `${firstName.toLowerCase()}@company.test`;
  const profile = { id, version: 1, email, values, permissions: [], createdAt: NOW, locale: 'en' } as const;
  await putProfile(table, { ...profile, permissions: [] });
}

async function drafts(path: string, change: (text: string) => string): Promise<void> {
  const file = await readDraftFile({ table }, viewers.marketing, path);
  const text = change(shippedFiles[path] ?? '');
  const saved = await saveDraft({ table, now }, viewers.marketing, { path, text, ifMatch: file?.etag });
  expect(saved.result).toBe('saved');
}
const lowered = () => drafts('scoring.yaml', (text) => text.replace('call: 80', 'call: 65'));

describe('the page that says what a draft would do', () => {
  it('says who would be handed over, with names and what it has read', async () => {
    await arrives(BUSY, 'Noor');
    await lowered();
    const sanne = await playbookConsole(table);
    const html = await sanne.page(TRY);
    expect(html).toContain('All of them were looked at');
    expect(html).toMatch(/<strong class="number">1<\/strong> +would be handed over at once/);
    expect(html).toContain(`<a href="/console/leads/${BUSY}">Noor</a>`);
    expect(html).toMatch(/This took \d+ read units?/);
    expect(await sanne.page('/console/playbook')).toContain(`href="${TRY}"`);
  });

  it('says it in Dutch too', async () => {
    await arrives(BUSY, 'Noor');
    await lowered();
    const { page } = await playbookConsole(table);
    expect(await page(`${TRY}?lang=nl`)).toContain('zouden meteen worden overgedragen');
  });

  it('names to sales only whom they may see', async () => {
    await arrives(BUSY, 'Noor');
    await lowered();
    const html = await (await playbookConsole(table, viewers.sales)).page(TRY);
    expect(html).not.toContain('Noor');
    expect(html).not.toContain(BUSY);
    expect(html).toContain('You may not see the leads that change.');
  });

  it('says that nothing would change when the draft is as published', async () => {
    await arrives(KNOWN, 'Ada');
    expect(await (await playbookConsole(table)).page(TRY)).toContain('Nothing would change for anybody');
  });

  it('lists the mistakes that come first', async () => {
    await drafts('scoring.yaml', (text) => text.replace('call: 80', 'call: many'));
    const html = await (await playbookConsole(table)).page(TRY);
    expect(html).toContain('The draft has mistakes');
    expect(html).toContain('scoring.yaml');
  });

  it('says so when the function does not answer, and when nothing was published', async () => {
    const silent = await testConsole(viewers.marketing, {
      table,
      askPlaybook: async () => Promise.reject(new Error('no answer')),
    });
    const failed = await silent.get(TRY);
    expect(failed.status).toBe(503);
    expect(await failed.text()).toContain('The answer did not come in time');
    const empty = await testConsole(viewers.marketing);
    expect(await (await empty.get(TRY)).text()).toContain('No playbook with its files was published yet');
  });
});
