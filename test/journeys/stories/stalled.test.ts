import { describe, expect, it } from 'vitest';
import { Contact, SALES, SalesPerson } from './cast.ts';
import { openStage } from './stage.ts';

/** A Tuesday, ten o'clock in Amsterdam. */
const stage = openStage('2028-05-16T08:00:00Z');

describe('The lead that is interested for long and never goes on', () => {
  const kim = new Contact(stage, 'kim', { employees: 80, company: 'Kim Freight', campaign: 'spring' });
  const anna = new SalesPerson(stage, 'anna');

  it('Given Kim, who read twelve guides in a day and then little', async () => {
    await kim.asksForTheWhitepaper();
    await kim.confirmsItsAddress();
    await kim.readsGuides(12);
    expect(await kim.lead()).toMatchObject({ stage: 'lead', score: { band: 'guides' } });
    await stage.wait('14d');
    await kim.readsGuides(1, 'new');
  });

  it('When thirty days are over, nobody is disturbed before Monday morning', async () => {
    await stage.waitUntil('2028-06-19T05:59:00Z');
    expect((await kim.lead()).handovers).toEqual([]);
  });

  it('Then Kim is offered to sales, which reads by what she was chosen', async () => {
    await stage.waitUntil('2028-06-19T06:05:00Z');
    expect(await kim.lead()).toMatchObject({
      stage: 'lead',
      handovers: [{ number: 1, reason: 'stalled', status: 'open', ranked: { won: 0, lost: 0, enough: 30 } }],
    });
    const [mail] = await kim.mailsAbout(SALES);
    expect(mail?.subject).toContain('has been warm for a while');
    expect(mail?.text).toContain(
      'Chosen by fit and score: there are too few outcomes yet to know the chance (0 of 30)',
    );
  });

  it('And when Anna accepts, Kim is hers at once', async () => {
    await anna.accepts(kim);
    expect(await kim.lead()).toMatchObject({ stage: 'sal', handovers: [{ status: 'accepted' }] });
    expect(await stage.funnelOf('spring')).toMatchObject({ entered: { total: 1, stalled: 1 }, accepted: 1 });
  });
});
