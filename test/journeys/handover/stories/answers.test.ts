import { describe, expect, it } from 'vitest';
import { Contact } from './contact.ts';
import { SalesPerson } from './sales-person.ts';
import { openStage, SALES } from './stage.ts';

/** A Friday, three o'clock in Amsterdam. */
const stage = openStage('2028-05-19T13:00:00Z');
const anna = new SalesPerson(stage, 'anna');
const bram = new SalesPerson(stage, 'bram');

describe('Two people who press accept at the same moment', () => {
  const noor = new Contact(stage, 'noor', { campaign: 'two-thumbs' });
  let first: { key: string; name: string };

  it('Given Noor, who asks for a call', () => noor.asksForACall());

  it('When Anna and Bram accept her at the same moment, one gets her and the other reads who did', async () => {
    const [hers, his] = await Promise.all([anna.accepts(noor), bram.accepts(noor)]);
    expect([hers.status, his.status].sort()).toEqual([200, 409]);
    first = hers.status === 200 ? { key: 'anna', name: 'Anna' } : { key: 'bram', name: 'Bram' };
    const [winner, loser] = hers.status === 200 ? [hers, his] : [his, hers];
    expect(winner.page).toContain('Recorded:');
    expect(loser.page).toContain(`Already taken by ${first.name}, today at 15:0`);
  });

  it('And when both press again, each reads the same as before', async () => {
    const [hers, his] = await Promise.all([anna.accepts(noor), bram.accepts(noor)]);
    const [winner, loser] = first.key === 'anna' ? [hers, his] : [his, hers];
    expect([winner.status, winner.page]).toEqual([200, expect.stringContaining('This was recorded already')]);
    expect([loser.status, loser.page]).toEqual([
      409,
      expect.stringContaining(`Already taken by ${first.name}`),
    ]);
  });

  it('Then Noor was accepted once, in the API, on the bus and in the report', async () => {
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

  it('And another system that tries to accept her reads why not, and which actions are possible', async () => {
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
      possible: ['return', 'call', 'qualify', 'lost', 'assign', 'note', 'call-back'],
    });
  });
});

describe('The link to a hand-over', () => {
  const tess = new Contact(stage, 'tess', { company: 'Tess & Daughters' });
  const uwe = new Contact(stage, 'uwe');
  const requested = async (path: string, init?: RequestInit) => {
    const response = await stage.system.request(path, init);
    return { status: response.status, text: await response.text() };
  };
  const accept = { method: 'POST', body: new URLSearchParams({ action: 'accept', by: 'bram', _key: 'k' }) };

  it('Given Tess and Uwe, who ask for a call', async () => {
    await tess.asksForACall();
    await uwe.asksForACall();
  });

  it('When mail clients and scanners open everything in the mail beforehand, nobody has accepted', async () => {
    const [mail] = await tess.mailsAbout(SALES);
    const links = new Set(`${mail?.html} ${mail?.text}`.match(/\/handover\/[^"\s<]+/g));
    expect(links.size).toBeGreaterThan(2);
    for (const link of links) {
      const path = link.replaceAll('&amp;', '&');
      await requested(path);
      await requested(path, { method: 'HEAD' });
      await requested(path, { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } });
    }
    await stage.system.settled();
    expect(await tess.lead()).toMatchObject({ stage: 'mql', handovers: [{ status: 'open' }] });
    expect((await tess.facts('HandoverAccepted')).length).toBe(0);
  });

  it('Then each link opens only its own page, and a guessed link opens none', async () => {
    const [hers, his] = [await anna.pageOf(tess), await anna.pageOf(uwe)];
    const [lead, number, token = ''] = hers.split('.');
    const guesses = [
      `${lead}.${number}.${his.split('.')[2]}`,
      `${lead}.${number}.${token.slice(0, -1)}`,
      `${lead}.2.${token}`,
      `${lead}.0.${token}`,
      `${lead}.${number}.`,
    ];
    expect(token.length).toBeGreaterThanOrEqual(22);
    for (const guess of guesses) {
      const answers = [await requested(guess), await requested(guess, accept)];
      for (const { status, text } of answers) {
        expect([404, 410], guess).toContain(status);
        expect(text).not.toContain('Tess');
      }
    }
    expect(await tess.lead()).toMatchObject({ stage: 'mql', handovers: [{ status: 'open' }] });
  });

  it('And once Tess is erased, her page is gone and takes no answers', async () => {
    const path = await anna.pageOf(tess);
    const { id } = await tess.lead();
    await stage.system.api(`/api/leads/${id}`, { method: 'DELETE' });
    for (const init of [{}, accept]) {
      const { status, text } = await requested(path, init);
      expect(status).toBe(410);
      expect(text).toContain('The data of this person were erased');
      expect(text).not.toContain('Tess');
    }
  });
});
