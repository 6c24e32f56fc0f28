import { describe, expect, it } from 'vitest';
import { Contact, SalesPerson } from './cast.ts';
import { openStage } from './stage.ts';

/** A Friday, three o'clock in Amsterdam. */
const stage = openStage('2028-05-19T13:00:00Z');
const anna = new SalesPerson(stage, 'anna');
const bram = new SalesPerson(stage, 'bram');

describe('Two people who press accept at the same moment', () => {
  const noor = new Contact(stage, 'noor', { campaign: 'two-thumbs' });
  let first: { key: string; name: string };

  it('Given Noor, who asks for a call', () => noor.asksForACall());

  it('When Anna and Bram accept her at the same moment, one has her and the other reads who', async () => {
    const [hers, his] = await Promise.all([anna.accepts(noor), bram.accepts(noor)]);
    expect([hers.status, his.status].sort()).toEqual([200, 409]);
    first = hers.status === 200 ? { key: 'anna', name: 'Anna' } : { key: 'bram', name: 'Bram' };
    const [kept, told] = hers.status === 200 ? [hers, his] : [his, hers];
    expect(kept.page).toContain('Recorded:');
    expect(told.page).toContain(`Already taken by ${first.name}, today at 15:0`);
  });

  it('And when both press again, each reads the same as before', async () => {
    const [hers, his] = await Promise.all([anna.accepts(noor), bram.accepts(noor)]);
    const [kept, told] = first.key === 'anna' ? [hers, his] : [his, hers];
    expect([kept.status, kept.page]).toEqual([200, expect.stringContaining('This was recorded already')]);
    expect([told.status, told.page]).toEqual([
      409,
      expect.stringContaining(`Already taken by ${first.name}`),
    ]);
  });

  it('Then Noor was accepted once, whomever you ask', async () => {
    expect(await noor.lead()).toMatchObject({
      stage: 'sal',
      handovers: [{ status: 'accepted', answer: { by: first.key } }],
    });
    expect(await noor.facts('HandoverAccepted')).toMatchObject([{ detail: { number: 1, by: first.key } }]);
    expect(await stage.funnelOf('two-thumbs')).toMatchObject({
      accepted: 1,
      agreement: { kept: 1, late: 0 },
    });
  });

  it('And who tries it from another system hears why not, and what can be done instead', async () => {
    const { id } = await noor.lead();
    const refused = await stage.system.request(`/api/leads/${id}/actions`, {
      method: 'POST',
      headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'accept', by: 'carla' }),
    });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      reason: 'accepted',
      answer: { by: first.key },
      stage: 'sal',
      possible: ['return', 'call', 'qualify', 'lost'],
    });
  });
});
