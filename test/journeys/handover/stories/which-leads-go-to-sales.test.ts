import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Contact } from './contact.ts';
import { SalesPerson } from './sales-person.ts';
import { openStage, SALES } from './stage.ts';

const stage = openStage('2028-05-17T08:00:00Z');

describe('The soap bubble', () => {
  const sam = new Contact(stage, `sam-${randomUUID()}`, { domain: 'gmail.com', campaign: 'students' });

  it('Given Sam, with a free mail address, who asks for the whitepaper', async () => {
    await sam.asksForTheWhitepaper();
    expect(await sam.lead()).toMatchObject({ fit: { verdict: 'bad' } });
  });

  it('When he reads everything there is, his score is as high as it gets', async () => {
    await sam.readsGuides(60);
    expect(await sam.lead()).toMatchObject({ score: { total: 100, band: 'call' }, readiness: 'ready' });
  });

  it('Then sales is never notified', async () => {
    expect(await sam.mailsAbout(SALES)).toEqual([]);
    expect(await sam.slackPostsAbout()).toEqual([]);
    expect(await sam.lead()).toMatchObject({ stage: 'name', handovers: [] });
    expect(await sam.facts('HandoverOpened')).toEqual([]);
  });

  it('And marketing sees one lead in the report that was ready but does not fit', async () => {
    expect(await stage.cell('bad', 'ready')).toBe(1);
    expect(await stage.funnelOf('students')).toMatchObject({ held: 1, entered: { total: 0 }, accepted: 0 });
  });
});

describe('The hand-raiser with a bad fit', () => {
  const rik = new Contact(stage, 'rik', { employees: 2, campaign: 'hands' });
  const anna = new SalesPerson(stage, 'anna');

  it('Given Rik, whose company of two is too small for us', async () => {
    await rik.asksForTheWhitepaper();
    expect(await rik.lead()).toMatchObject({ fit: { verdict: 'bad' }, handovers: [] });
  });

  it('When he asks for a call, sales gets him at once, and reads that the fit is bad', async () => {
    await rik.asksForACall('Can you help a firm of two?');
    expect(await rik.lead()).toMatchObject({
      stage: 'mql',
      readiness: 'hand-raiser',
      fit: { verdict: 'bad' },
      handovers: [{ number: 1, reason: 'hand-raiser', status: 'open' }],
    });
    expect(await rik.mailsAbout(SALES)).toHaveLength(1);
    expect((await anna.opens(rik)).page).toContain('Can you help a firm of two?');
  });

  it('And when Anna returns him because he does not fit, naming the number of employees', async () => {
    await anna.returns(rik, 'bad-fit', { criterion: 'employees', value: '2', note: 'Nice man, too small' });
    expect(await rik.lead()).toMatchObject({
      stage: 'name',
      handovers: [{ status: 'returned', answer: { by: 'anna', reason: 'bad-fit', criterion: 'employees' } }],
    });
  });

  it('Then no number of points hands him over again', async () => {
    await rik.readsGuides(50);
    expect(await rik.lead()).toMatchObject({ stage: 'name', score: { total: 100 } });
    expect(await rik.mailsAbout(SALES)).toHaveLength(1);
  });

  it('But asking for a call again does, at once', async () => {
    await stage.wait('1m');
    await rik.asksForACall('We are twenty now');
    expect(await rik.lead()).toMatchObject({
      stage: 'mql',
      handovers: [{ status: 'returned' }, { number: 2, reason: 'hand-raiser', status: 'open' }],
    });
    expect(await rik.mailsAbout(SALES)).toHaveLength(2);
  });

  it('And the report names the criterion, which would not have stopped a hand-raiser', async () => {
    expect(await stage.funnelOf('hands')).toMatchObject({
      entered: { total: 2, 'hand-raiser': 2 },
      returned: { total: 1, 'bad-fit': 1 },
      agreement: { kept: 1, late: 0 },
    });
    expect((await stage.returns()).criteria).toEqual([{ criterion: 'employees', told: 1, caught: 0 }]);
  });
});

describe('The lead that sales sees at once does not fit', () => {
  const bo = new Contact(stage, 'bo', { campaign: 'unknown-size' });
  const bram = new SalesPerson(stage, 'bram');

  it('Given Bo, who never said how many people work at her company, and reads until she is ready', async () => {
    await bo.asksForTheWhitepaper();
    await bo.readsGuides(40);
    expect(await bo.lead()).toMatchObject({ stage: 'mql', fit: { verdict: 'unknown' } });
  });

  it('When Bram hears that she works alone, and returns her', async () => {
    await bram.returns(bo, 'bad-fit', { criterion: 'employees', value: '1' });
  });

  it('Then she is a name with a bad fit, as sales said, and points do not hand her over', async () => {
    await stage.wait('1m');
    await bo.readsGuides(10, 'more');
    expect(await bo.lead()).toMatchObject({
      stage: 'name',
      fit: { verdict: 'bad', reasons: expect.arrayContaining([expect.objectContaining({ code: 'sales' })]) },
      handovers: [{ number: 1, answer: { reason: 'bad-fit', caught: 'employees' } }],
    });
  });

  it('And marketing reads that asking for the number of employees would have filtered her out', async () => {
    expect((await stage.returns()).criteria).toEqual([{ criterion: 'employees', told: 2, caught: 1 }]);
  });
});

describe('The colleague from the same company', () => {
  const company = { domain: `orchard-${randomUUID().slice(0, 8)}.nl`, employees: 60, campaign: 'orchard' };
  const eva = new Contact(stage, 'eva', company);
  const finn = new Contact(stage, 'finn', company);
  const strangers = ['gus', 'hal'].map((name) => new Contact(stage, name, { campaign: 'orchard' }));
  const carla = new SalesPerson(stage, 'carla');

  it('Given Eva, who was assigned by round robin and accepted by Carla', async () => {
    await eva.asksForACall();
    await carla.accepts(eva);
    expect(await eva.lead()).toMatchObject({ stage: 'sal', handovers: [{ answer: { by: 'carla' } }] });
  });

  it('And two strangers, each assigned to the next person of the team', async () => {
    const to: unknown[] = [];
    for (const stranger of strangers) {
      await stranger.asksForACall();
      to.push((await stranger.lead()).handovers[0]?.to);
    }
    expect(new Set(to).size).toBe(2);
  });

  it('When Finn of the same company is ready, he is assigned to Carla too', async () => {
    await finn.asksForTheWhitepaper();
    await finn.readsGuides(40);
    expect(await finn.lead()).toMatchObject({
      stage: 'mql',
      handovers: [{ reason: 'threshold', to: 'carla' }],
    });
  });

  it('Then the mail says who he is assigned to, and why', async () => {
    const [mail] = await finn.mailsAbout(SALES);
    expect(mail?.text).toMatch(/For Carla: .*colleague/i);
  });
});
