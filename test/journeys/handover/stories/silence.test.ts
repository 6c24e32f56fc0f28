import { describe, expect, it } from 'vitest';
import { Contact } from './contact.ts';
import { SalesPerson } from './sales-person.ts';
import { MANAGER, openStage, SALES } from './stage.ts';

/** A Friday, three o'clock in Amsterdam. */
const stage = openStage('2028-05-19T13:00:00Z');
const anna = new SalesPerson(stage, 'anna');
const bram = new SalesPerson(stage, 'bram');

const warm = (name: string, employees: number) =>
  new Contact(stage, name, { employees, campaign: 'summer-reading' });
/** A good fit who read twenty guides, and six people with an unknown fit. */
const mia = warm('mia', 300);
const others = ['max', 'mel', 'mo', 'moos', 'mus', 'myra'].map((name) => warm(name, 10));

/** On the same day, for the next story. */
async function sevenGetWarm(): Promise<void> {
  await mia.asksForTheWhitepaper();
  await mia.confirmsItsAddress();
  await mia.readsGuides(20);
  for (const other of others) {
    await other.asksForTheWhitepaper();
    await other.readsGuides(12);
  }
}

describe('Nobody answers in time', () => {
  const ivo = new Contact(stage, 'ivo', { campaign: 'friday-afternoon' });
  const subjects = async (reader: string) => (await ivo.mailsAbout(reader)).map(({ subject }) => subject);

  it('Given Ivo, who asks for a call on a Friday at three', async () => {
    await ivo.asksForACall();
    expect(await subjects(SALES)).toHaveLength(1);
    expect((await anna.opens(ivo)).page).toContain('before Mon 22 May 15:00');
    await sevenGetWarm();
  });

  it('When the weekend goes by, nobody gets a reminder', async () => {
    await stage.waitUntil('2028-05-22T12:55:00Z');
    expect(await subjects(SALES)).toHaveLength(1);
    expect(await ivo.lead()).toMatchObject({ handovers: [{ status: 'open' }] });
  });

  it('And on Monday at three nobody has answered, sales is reminded', async () => {
    await stage.wait('10m');
    expect(await subjects(SALES)).toEqual([expect.any(String), expect.stringMatching(/^Reminder: ivo/)]);
    expect(await ivo.slackPostsAbout()).toHaveLength(2);
    expect(await subjects(MANAGER)).toEqual([]);
  });

  it('And on Tuesday at three still nobody has, the manager is notified', async () => {
    await stage.wait('1d');
    expect(await subjects(MANAGER)).toEqual([expect.stringMatching(/^Not taken up yet: ivo/)]);
    expect(await subjects(SALES)).toHaveLength(2);
  });

  it('Then Bram accepts after all, and nobody is notified again', async () => {
    await bram.accepts(ivo);
    await stage.wait('3d');
    expect([await subjects(SALES), await subjects(MANAGER)].map(({ length }) => length)).toEqual([2, 1]);
    expect((await ivo.facts('HandoverOverdue')).map(({ detail }) => detail.level)).toEqual([
      'reminder',
      'manager',
    ]);
  });

  it('And the report counts the answer as late', async () => {
    expect(await stage.funnelOf('friday-afternoon')).toMatchObject({
      entered: { total: 1 },
      accepted: 1,
      agreement: { kept: 0, late: 1, share: 0 },
    });
  });
});

describe('The stalled lead', () => {
  const stages = async () =>
    (await Promise.all([mia, ...others].map((one) => one.lead()))).map(
      ({ stage: now, handovers }) =>
        `${now}${handovers.map(({ reason, status }) => `, ${reason} ${status}`)}`,
    );

  it('Given Mia and six others, who read guides a month ago and little since', async () => {
    await mia.readsGuides(1, 'new');
    await stage.waitUntil('2028-06-19T05:55:00Z');
    expect(new Set(await stages())).toEqual(new Set(['lead']));
  });

  it('When it is Monday at eight, sales is offered five of them, including Mia, who fits', async () => {
    await stage.wait('10m');
    expect((await stages()).filter((one) => one === 'lead, stalled open')).toHaveLength(5);
    expect(await mia.lead()).toMatchObject({
      score: { band: 'guides' },
      handovers: [{ number: 1, reason: 'stalled', ranked: { won: 0, lost: 0, enough: 30 } }],
    });
    const [mail, ...more] = await mia.mailsAbout(SALES);
    expect(more).toEqual([]);
    expect(mail?.subject).toMatch(/^mia.* has been warm for a while/);
    expect(mail?.text).toMatch(/Chosen by fit and score: .*\(0 of 30/);
  });

  it('And Anna accepts Mia, and gives another back as not ready', async () => {
    const offered: Contact[] = [];
    for (const other of others) if ((await other.lead()).handovers.length > 0) offered.push(other);
    await anna.accepts(mia);
    await bram.returns(offered[0] as Contact, 'not-ready');
    expect(await mia.lead()).toMatchObject({ stage: 'sal', handovers: [{ answer: { by: 'anna' } }] });
  });

  it('Then sales is offered the other two on the next Monday, and nobody a second time', async () => {
    await stage.wait('7d');
    const counts = new Map<string, number>();
    for (const one of await stages()) counts.set(one, (counts.get(one) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'sal, stalled accepted': 1,
      'lead, stalled returned': 1,
      'lead, stalled open': 5,
    });
    expect(await stage.funnelOf('summer-reading')).toMatchObject({
      leads: 7,
      entered: { total: 7, stalled: 7 },
      accepted: 1,
      returned: { total: 1, 'not-ready': 1 },
    });
  });
});
