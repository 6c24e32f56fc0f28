import { describe, expect, it } from 'vitest';
import { Contact } from './contact.ts';
import { SalesPerson } from './sales-person.ts';
import { openStage, SALES } from './stage.ts';

/** A Tuesday, ten o'clock in Amsterdam. */
const stage = openStage('2028-05-16T08:00:00Z');

describe('The lead that sales called too early', () => {
  const lee = new Contact(stage, 'lee', { employees: 80, company: 'Lee & Sons', campaign: 'guides' });
  const anna = new SalesPerson(stage, 'anna');
  let firstPage: string;

  it('Given Lee, who read forty guides in a day and was handed over', async () => {
    await lee.asksForTheWhitepaper();
    await lee.confirmsItsAddress();
    await lee.readsGuides(40);
    expect(await lee.lead()).toMatchObject({ stage: 'mql', score: { total: 82 } });
    firstPage = await anna.pageOf(lee);
  });

  it('When Anna accepts, calls, and returns her as not ready', async () => {
    await anna.accepts(lee);
    await anna.reachesByPhone(lee);
    const returned = await anna.returns(lee, 'not-ready', { note: 'Has budget from July on' });
    expect(returned.status).toBe(200);
  });

  it('Then she is with marketing again, and gets other mails than before', async () => {
    const lead = await lee.lead();
    expect(lead).toMatchObject({
      stage: 'lead',
      score: { total: 82 },
      handovers: [{ number: 1, status: 'returned', answer: { by: 'anna', reason: 'not-ready' } }],
    });
    const statuses = lead.enrolments.map(({ sequence, status }) => [sequence, status]);
    expect(Object.fromEntries(statuses)).toMatchObject({ 'whitepaper-tips': 'ended', 'not-now': 'active' });
  });

  it('And reading the same guides again does not hand her over a second time', async () => {
    await lee.readsGuides(40);
    expect(await lee.lead()).toMatchObject({ stage: 'lead', score: { total: 82 } });
  });

  it('Nor do eight new points, though her score is far over the threshold', async () => {
    await stage.wait('1d');
    await lee.readsGuides(4, 'new');
    expect(await lee.lead()).toMatchObject({ stage: 'lead', readiness: 'not-ready', score: { total: 90 } });
    expect(await lee.mailsAbout(SALES)).toHaveLength(1);
  });

  it('When she has earned ten, she is handed over again', async () => {
    await lee.readsGuides(1, 'newest');
    expect(await lee.lead()).toMatchObject({
      stage: 'mql',
      handovers: [
        { number: 1, reason: 'threshold', status: 'returned', answer: { by: 'anna', reason: 'not-ready' } },
        { number: 2, reason: 'threshold', status: 'open', score: 92 },
      ],
    });
    expect(await lee.mailsAbout(SALES)).toHaveLength(2);
  });

  it('Then sales reads the earlier notes, and the old link has expired', async () => {
    expect((await anna.opens(lee)).page).toContain('Has budget from July on');
    const old = await stage.system.request(firstPage);
    expect([old.status, await old.text()]).toEqual([410, expect.stringContaining('handed over again since')]);
  });

  it('And this time she becomes a customer', async () => {
    await anna.accepts(lee);
    await anna.closesTheDealWith(lee, '8.000');
    expect(await lee.lead()).toMatchObject({ stage: 'customer' });
    expect(await stage.funnelOf('guides')).toMatchObject({
      leads: 1,
      entered: { total: 2, threshold: 2 },
      accepted: 2,
      returned: { total: 1, 'not-ready': 1 },
      qualified: 1,
      won: { total: 1, value: 8_000 },
      mqlToSql: { became: 1, didNot: 1, share: 0.5 },
      agreement: { kept: 2, late: 0 },
    });
  });
});
