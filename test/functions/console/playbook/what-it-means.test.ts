import { expect, it } from 'vitest';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import type { ActiveEnrolment } from '../../../../shared/domain/nurture/enrolment/enrolment.ts';
import { startEnrolment } from '../../../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import { type Plan, planOf } from '../../../../shared/domain/nurture/plan.ts';
import { putEnrolment } from '../../../../shared/store/nurture/enrolments.ts';
import { NOW } from '../../../domain/builders.ts';
import { shippedPlaybook } from '../../../web/handover/dossier/example.ts';
import { playbookConsole, shippedFiles, tableWithPlaybook } from './playbook-console.ts';

const SEQUENCES = '/console/playbook/sequences.yaml';

it('says of changed sequences what they mean for the people who are in them, before they are published', async () => {
  const table = await tableWithPlaybook();
  const plan = planOf('whitepaper-tips', undefined, shippedPlaybook()) as Plan;
  for (let n = 0; n < 3; n++) {
    const lead = `A${String(n).padStart(21, '0')}` as LeadId;
    const start = { lead, sequence: 'whitepaper-tips', startedAt: NOW };
    await putEnrolment(table, startEnrolment(start, plan) as ActiveEnrolment);
  }
  const { get, page, sendForm } = await playbookConsole(table);
  const html = await page(`${SEQUENCES}?view=text`);
  expect(html).not.toContain('In this sequence now');
  const text = (shippedFiles['sequences.yaml'] ?? '')
    .replace('    - { id: one-figure, mail: tip-6, after: 42d }\n', '')
    .replace('mail: tip-5, after: 35d', 'mail: tip-5, after: 36d');
  const saved = await sendForm(html, SEQUENCES, 'save', { text });
  expect(saved.status).toBe(303);
  const after = await page(saved.headers.get('location') ?? '');
  expect(after).toContain('Six tips after the guide');
  expect(after).toContain('In this sequence now: 3 people.');
  expect(after).toContain('Will not get “The only figure that counts” any more: 3 people.');
  expect(after).toContain('Will get “The first sentence of the call” at another time: 3 people.');
  const inDutch = await (await get(SEQUENCES, { 'accept-language': 'nl' })).text();
  expect(inDutch).toContain('Zes tips na de gids');
  expect(inDutch).toContain('Krijgt “Het enige cijfer dat telt” niet meer: 3 mensen.');
});
