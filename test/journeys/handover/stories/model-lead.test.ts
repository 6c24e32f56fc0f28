import { describe, expect, it } from 'vitest';
import { Contact } from './contact.ts';
import { SalesPerson } from './sales-person.ts';
import { openStage, SALES } from './stage.ts';

/** A Wednesday, ten o'clock in Amsterdam. */
const stage = openStage('2028-05-17T08:00:00Z');

describe('The model lead', () => {
  const kim = new Contact(stage, 'kim', { company: 'Bakery Kim', employees: 120, campaign: 'spring-fair' });
  const anna = new SalesPerson(stage, 'anna');
  const proofs = {
    needProof: 'Lost two orders last month, she says',
    budgetProof: 'https://bakery.example/budget',
    authorityProof: '',
  };

  it('Given Kim, who looked at the prices and asked for the whitepaper of a campaign', async () => {
    await kim.visits('/', '/pricing');
    await kim.asksForTheWhitepaper();
    await kim.confirmsItsAddress();
    expect(await kim.lead()).toMatchObject({
      stage: 'lead',
      fit: { verdict: 'good' },
      consent: { mail: 'granted' },
      score: { total: 6, band: 'newsletter' },
    });
  });

  it('When she reads guides on two days, she gets warm, and sales is not notified', async () => {
    await kim.readsGuides(14, 'first');
    await stage.wait('1d');
    await kim.readsGuides(16, 'second');
    expect(await kim.lead()).toMatchObject({ stage: 'lead', score: { total: 66, band: 'ads' } });
    expect(await kim.mailsAbout(SALES)).toEqual([]);
  });

  it('And when she goes through the whole demo, she is an MQL', async () => {
    await kim.triesTheDemo(6);
    expect(await kim.lead()).toMatchObject({
      stage: 'mql',
      readiness: 'ready',
      score: { total: 81, band: 'call' },
      handovers: [{ number: 1, reason: 'threshold', status: 'open', score: 81 }],
    });
  });

  it('Then sales is notified once by mail and once in Slack, with her activity', async () => {
    const [mail, ...others] = await kim.mailsAbout(SALES);
    expect(others).toEqual([]);
    expect(await kim.slackPostsAbout()).toHaveLength(1);
    expect(mail?.text).toContain('Bakery Kim');
    const { page } = await anna.opens(kim);
    for (const deed of ['/guides/second-16', '/demo', 'Demo Step Completed']) expect(page).toContain(deed);
  });

  it('When Anna accepts and calls her', async () => {
    const accepted = await anna.accepts(kim);
    expect([accepted.status, accepted.page]).toEqual([200, expect.stringContaining('Recorded:')]);
    expect((await anna.reachesByPhone(kim)).status).toBe(200);
    expect(await kim.lead()).toMatchObject({
      stage: 'sal',
      handovers: [{ status: 'accepted', answer: { by: 'anna' } }],
    });
  });

  it('And qualifies her, she is an SQL', async () => {
    await anna.qualifies(kim, 'Fewer soap bubbles');
    expect(await kim.lead()).toMatchObject({ stage: 'sql' });
  });

  it('Then a feeling makes no opportunity: the page asks for the missing proof', async () => {
    const refused = await anna.recordsOpportunity(kim, proofs);
    expect(refused.status).toBe(422);
    expect(refused.page).toContain('Please fill this in.');
    expect(refused.page).toContain('Lost two orders last month, she says');
    expect(await kim.lead()).toMatchObject({ stage: 'sql' });
  });

  it('And with three proofs she is one, and a customer when she signs', async () => {
    await anna.recordsOpportunity(kim, { ...proofs, authorityProof: 'Signs the contracts herself' });
    expect(await kim.lead()).toMatchObject({ stage: 'opportunity' });
    await stage.wait('6h');
    await anna.wins(kim, '12,500');
    expect(await kim.lead()).toMatchObject({ stage: 'customer' });
    expect(await stage.cell('good', 'ready', 'customer')).toBe(1);
  });

  it('And the report of the campaign counts each step', async () => {
    expect(await stage.funnelOf('spring-fair')).toMatchObject({
      leads: 1,
      entered: { total: 1, threshold: 1 },
      accepted: 1,
      returned: { total: 0 },
      qualified: 1,
      opportunities: 1,
      won: { total: 1, value: 12_500 },
      lost: 0,
      conversions: { leadToMql: 1, mqlToSal: 1, salToSql: 1, sqlToOpportunity: 1, opportunityToCustomer: 1 },
      mqlToSql: { became: 1, didNot: 0, share: 1 },
      agreement: { kept: 1, late: 0, share: 1 },
      times: { 'lead>mql': { count: 1, mean: 24 }, 'opportunity>customer': { count: 1, mean: 6 } },
    });
  });

  it('And the bus has each step once, in order', async () => {
    const steps = (await kim.facts('StageChanged')).map(({ detail }) => detail.to);
    expect(steps).toEqual(['lead', 'mql', 'sal', 'sql', 'opportunity', 'customer']);
    expect(await kim.facts('HandoverOpened')).toHaveLength(1);
    expect(await kim.facts('HandoverAccepted')).toMatchObject([{ detail: { by: 'anna' } }]);
  });
});
