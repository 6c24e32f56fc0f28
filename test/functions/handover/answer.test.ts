import { beforeEach, describe, expect, it } from 'vitest';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import { plus } from '../../../shared/domain/time.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { LEAD, lead, NOW } from '../../domain/builders.ts';
import { refusingTable } from '../../usecases/forms/forms-system.ts';
import { HANDOVER, shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { ADDRESS, sent, testPages } from './system.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const accept = { action: 'accept', by: 'Anna' };

let test: Awaited<ReturnType<typeof testPages>>;
beforeEach(async () => {
  test = await testPages();
});

describe('the page of an open hand-over', () => {
  it.each(['GET', 'HEAD'])('requested with %s changes nothing, also when it opens a form', async (method) => {
    for (const query of [{}, { answer: 'accept' }, { answer: 'return', said: 'accept', again: '1' }]) {
      const { statusCode } = await test.ask(method, { queryStringParameters: query });
      expect(statusCode).toBe(200);
    }
    expect(test.writes).toEqual([]);
  });

  it('shows who the lead is and asks for an answer', async () => {
    const html = await test.see();
    expect(html).toContain('Ann de Vries would like to talk to you');
    expect(formsIn(html)).toEqual(['accept', 'call', 'return']);
    expect(opened(html)).toEqual(['accept']);
    expect(opened(await test.see({ answer: 'return' }))).toEqual(['return']);
  });

  it('is in the language that its address asks for, or the browser prefers, or the team speaks', async () => {
    expect(await test.see()).toContain('<html lang="en">');
    const { body } = await test.ask('GET', { headers: { 'accept-language': 'nl-BE,en;q=0.5' } });
    expect(body).toContain('<html lang="nl">');
    expect(await test.see({ lang: 'nl' })).toContain('<html lang="nl">');
  });

  it('sends no referrer and is not cached', async () => {
    expect((await test.ask('GET')).headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("form-action 'self'"),
    });
  });
});

describe('an answer', () => {
  it('is recorded and redirects to the page, so that a reload sends nothing', async () => {
    const { statusCode, headers, body } = await test.send(accept);
    expect({ statusCode, body }).toEqual({ statusCode: 303, body: undefined });
    expect(headers?.location).toBe(`${ADDRESS}?said=accept`);
    expect(await test.lead()).toMatchObject({ stage: 'sal', handover: { status: 'accepted' } });
    const html = await test.see({ said: 'accept' });
    expect(noticeIn(html)).toBe('Recorded: Anna accepted the lead, today at 13:00.');
    expect(formsIn(html)).toEqual(['call', 'return']);
  });

  it('stays in the language that the address of the page asked for', async () => {
    const query = { queryStringParameters: { lang: 'nl' } };
    expect(await test.see({ lang: 'nl' })).toContain(`action="${ADDRESS}?lang=nl"`);
    const { headers } = await test.ask('POST', { ...sent(accept), ...query });
    expect(headers?.location).toBe(`${ADDRESS}?said=accept&lang=nl`);
  });

  it('sent twice from one page counts once, and the page says so', async () => {
    const again = sent({ ...accept, _key: 'page-1' });
    await test.ask('POST', again);
    const { headers } = await test.ask('POST', again);
    expect(headers?.location).toBe(`${ADDRESS}?said=accept&again=1`);
    expect(await test.actions()).toHaveLength(1);
    expect(noticeIn(await test.see({ said: 'accept', again: '1' }))).toBe(
      'This was recorded already: Anna accepted the lead, today at 13:00.',
    );
  });

  it('gets a friendly message when somebody else was first', async () => {
    await test.send(accept);
    test.system.now = () => plus(NOW, 5 * MINUTE);
    const { statusCode, body = '' } = await test.send({ ...accept, by: 'Bram' });
    expect(statusCode).toBe(409);
    expect(noticeIn(body)).toBe('Already taken by Anna, today at 13:00. Your answer was not recorded.');
    expect(await test.actions()).toHaveLength(1);
    test.system.now = () => plus(NOW, DAY);
    expect(noticeIn(await test.see({ answer: 'accept' }))).toBe('Already taken by Anna, yesterday at 13:00.');
  });

  it('that returns a lead somebody else has accepted since is refused with a message', async () => {
    const opened = await test.see();
    expect(opened).toContain('name="_unanswered"');
    await test.send({ ...accept, _unanswered: '1' });
    const back = { action: 'return', by: 'Bram', reason: 'other' };
    const { statusCode, body = '' } = await test.send({ ...back, _unanswered: '1' });
    expect(statusCode).toBe(409);
    expect(noticeIn(body)).toBe('Already taken by Anna, today at 13:00. Your answer was not recorded.');
    expect(await test.actions()).toHaveLength(1);
    expect(await test.see()).not.toContain('name="_unanswered"');
    expect((await test.send(back)).statusCode).toBe(303);
  });

  it('that its stage does not allow gets the current stage, the possible actions, and what was typed', async () => {
    test = await testPages('en', { member: 'anna' });
    const { statusCode, body = '' } = await test.send({ action: 'won', by: 'Anna', amount: '', note: 'Yes' });
    expect(statusCode).toBe(409);
    expect(noticeIn(body)).toContain('this lead is handed over, and not accepted yet');
    expect(formsIn(body)).toContain('accept');
    expect(body).toContain('Yes</textarea>');
  });

  it.each([
    ['not-ready', { stage: 'lead' }],
    ['bad-fit', { stage: 'name' }],
    ['duplicate', { stage: 'lead' }],
  ])('returns the lead as %s', async (reason, expected) => {
    const note = 'Two people, and a dog.';
    await test.send({ action: 'return', by: 'Anna', reason, criterion: 'employees', value: '2', note });
    expect(await test.lead()).toMatchObject({
      ...expected,
      handover: { status: 'returned', answer: { reason } },
    });
    const [action] = await test.actions();
    expect(action).toMatchObject({ action: 'return', by: 'Anna', reason, note });
    expect('criterion' in (action ?? {})).toBe(reason === 'bad-fit');
    const html = await test.see();
    expect(formsIn(html)).toEqual([]);
    expect(html).toContain('There is nothing left for you to do here.');
  });

  it('by the link that was mailed to one person alone can lead all the way to a customer', async () => {
    test = await testPages('en', { member: 'anna' });
    const by = 'Donald Duck';
    await test.send(accept);
    await test.send({ action: 'call', by, outcome: 'not-reached' });
    await test.send({ action: 'call', by, outcome: 'reached' });
    const answers = {
      need: 'less typing',
      urgency: 'this year',
      buyingStage: 'compares',
      decisionMakers: 'Bo',
    };
    await test.send({ action: 'qualify', by, ...answers, budget: 'yes' });
    const proofs = {
      needProof: 'mail of 3 May',
      budgetProof: 'https://x.test/1',
      authorityProof: 'is owner',
    };
    await test.send({ action: 'opportunity', by, ...proofs });
    await test.send({ action: 'won', by, amount: '€ 12.500,-' });
    expect(await test.lead()).toMatchObject({ stage: 'customer' });
    expect((await test.actions()).map(({ action }) => action)).toEqual([
      'accept',
      'call',
      'call',
      'qualify',
      'opportunity',
      'won',
    ]);
    expect(new Set((await test.actions()).map((one) => one.by))).toEqual(new Set(['anna']));
    expect(await test.see()).not.toContain('name="by"');
    const html = await test.see({ said: 'won' });
    expect(noticeIn(html)).toBe('Recorded: Anna won the customer: €12,500, today at 13:00.');
    for (const text of ['Need: mail of 3 May', 'Budget: https://x.test/1', 'Anna did not reach the lead']) {
      expect(html).toContain(text);
    }
  });
});

describe('the link that several people may have', () => {
  const stranger = { action: 'accept', by: 'Donald Duck' };

  it('takes an answer by somebody of the team, under no other name', async () => {
    const { statusCode, body = '' } = await test.send(stranger);
    expect([statusCode, problemsIn(body)]).toEqual([422, ['accept-by']]);
    expect(test.writes).toEqual([]);
  });

  it('takes any name when there is no team', async () => {
    const playbook = { ...shippedPlaybook(), sales: salesSchema.parse({}) };
    test = await testPages('en', { playbook });
    expect((await test.send(stranger)).statusCode).toBe(303);
  });

  it('takes no outcome, nor a correction, and says where they are recorded', async () => {
    await test.send(accept);
    for (const fields of [
      { action: 'lost', reason: 'Price', by: 'Anna' },
      { action: 'assign', to: 'bram', by: 'Anna' },
      { action: 'return', reason: 'other', by: 'Anna', replaces: '1' },
      { action: 'qualify', by: 'Anna' },
    ]) {
      const { statusCode, body = '' } = await test.send(fields as unknown as Record<string, string>);
      expect(statusCode).toBe(403);
      expect(noticeIn(body)).toContain('Only somebody who is signed in');
      expect(body).toContain(`href="/console/leads/${LEAD}/answer"`);
    }
    expect(await test.actions()).toHaveLength(1);
  });

  it('shows an outcome from an old page with all that was typed, not recorded, and where it is', async () => {
    await test.send(accept);
    const typed = { need: 'One <b>list</b>', urgency: 'now', buyingStage: 'compares', decisionMakers: 'Bo' };
    const { statusCode, body = '' } = await test.send({
      action: 'qualify',
      by: 'Anna',
      ...typed,
      note: 'Nice',
    });
    expect(statusCode).toBe(403);
    for (const text of ['One &lt;b&gt;list&lt;/b&gt;', 'now', 'compares', 'Bo', 'Nice'])
      expect(body).toContain(`readonly="">${text}</textarea>`);
    expect(body).toContain('What you typed is still here');
    expect(body).toContain(`href="/console/leads/${LEAD}/answer"`);
    expect(formsIn(body)).toEqual(['call', 'return']);
    const dutch = await test.ask('POST', {
      ...sent({ action: 'won', by: 'Anna', value: '12.500' }),
      queryStringParameters: { lang: 'nl' },
    });
    expect(dutch.body).toContain('Wat je typte staat hier nog');
    expect(dutch.body).toContain('12.500</textarea>');
  });

  it('does not open what is for one person alone, nor with the token of another', async () => {
    const { address } = await testPages('en', { member: 'anna' });
    for (const other of [`${ADDRESS}.anna`, address.replace(/anna$/, 'bram'), address])
      expect((await test.ask('GET', {}, other)).statusCode).toBe(404);
  });
});

describe('the link of one person', () => {
  it('is in the language of that person, unless the address asks for another', async () => {
    const team = { anna: { name: 'Anna', language: 'nl' } };
    const playbook = { ...shippedPlaybook(), sales: salesSchema.parse({ team }) };
    test = await testPages('en', { playbook, member: 'anna' });
    expect(await test.see()).toContain('<html lang="nl">');
    expect(await test.see({ lang: 'en' })).toContain('<html lang="en">');
    expect((await test.send({ action: 'return' })).body).toContain('Kies een van de mogelijkheden.');
  });
});

describe('an answer that is not complete', () => {
  it.each([
    [{ action: 'accept' }, ['by']],
    [{ action: 'return', by: 'Anna' }, ['reason']],
    [{ action: 'call' }, ['outcome', 'by']],
    [{ action: 'return', by: 'Anna', reason: 'other', note: 'x'.repeat(2_001) }, ['note']],
  ])('%j is refused at its fields, and changes nothing', async (fields, wrong) => {
    const { statusCode, body = '' } = await test.send(fields as unknown as Record<string, string>);
    expect(statusCode).toBe(422);
    expect(problemsIn(body)).toEqual(wrong.map((name) => `${fields.action}-${name}`));
    expect(test.writes).toEqual([]);
  });

  it('keeps the input', async () => {
    test = await testPages('en', { member: 'bram' });
    await test.send(accept);
    const need = 'One <b>list</b> & "no" more';
    const { body = '' } = await test.send({ action: 'qualify', need, urgency: 'now', by: 'Bram' });
    expect(problemsIn(body)).toEqual(['qualify-buyingStage', 'qualify-decisionMakers', 'qualify-budget']);
    expect(body).toContain('One &lt;b&gt;list&lt;/b&gt; &amp; &quot;no&quot; more</textarea>');
    expect(body).toMatch(/id="qualify-urgency"[^>]* value="now"/);
    expect(opened(body)).toEqual(['qualify']);
  });

  it('names the missing proof', async () => {
    test = await testPages('en', { member: 'anna' });
    await test.send(accept);
    const answers = { need: 'a', urgency: 'a', buyingStage: 'a', decisionMakers: 'a', budget: 'a' };
    await test.send({ action: 'qualify', by: 'Anna', ...answers });
    const { statusCode, body = '' } = await test.send({
      action: 'opportunity',
      by: 'Anna',
      needProof: 'said so',
      authorityProof: ' ',
    });
    expect(statusCode).toBe(422);
    expect(problemsIn(body)).toEqual(['opportunity-budgetProof', 'opportunity-authorityProof']);
    expect(body).toContain('said so</textarea>');
  });

  it.each(['', 'much', '-1', '1e9', '12.50.0', '99999999999999'])(
    'asks for an amount instead of %j',
    async (amount) => {
      test = await testPages('en', { member: 'anna' });
      const stored = lead({
        version: 2,
        stage: 'opportunity',
        handover: { ...HANDOVER, status: 'accepted' },
      });
      await putLead(test.table, stored);
      const { statusCode, body = '' } = await test.send({ action: 'won', by: 'Anna', amount });
      expect([statusCode, problemsIn(body)]).toEqual([422, ['won-amount']]);
    },
  );
});

describe('when something fails', () => {
  it('the page has a button to send the same again', async () => {
    test.system.table = refusingTable;
    const { statusCode, headers, body = '' } = await test.send({ ...accept, _key: 'page-1' });
    expect([statusCode, headers?.['retry-after']]).toEqual([503, '5']);
    expect(body).toContain('name="_key" value="page-1"');
    expect(test.complaints).toEqual(['answer-not-recorded']);
  });

  it('the page says that an unknown form was not recorded', async () => {
    const { statusCode, body = '' } = await test.send({ action: 'dance', by: 'Anna' });
    expect([statusCode, noticeIn(body)]).toEqual([422, 'Your answer was not recorded.']);
    expect(test.writes).toEqual([]);
  });

  it('the page refuses more text than any form allows', async () => {
    const { statusCode } = await test.send({ ...accept, note: 'x'.repeat(200_000) });
    expect(statusCode).toBe(413);
    expect(test.writes).toEqual([]);
  });
});

/** The answers that a page has a form for. */
function formsIn(html: string): string[] {
  return [...html.matchAll(/name="action" value="([\w-]+)"/g)].map(([, action]) => action as string);
}

function opened(html: string): string[] {
  return [...html.matchAll(/<details class="answer" id="([\w-]+)" open/g)].map(([, id]) => id as string);
}

function noticeIn(html: string): string | undefined {
  return /<p class="notice[^>]*>([^<]*)</.exec(html)?.[1];
}

/** The fields that the summary of what is wrong leads to. */
function problemsIn(html: string): string[] {
  const fields = [...html.matchAll(/<a href="#([\w-]+)">/g)].map(([, id]) => id as string);
  expect(fields.filter((id) => !html.includes(`id="${id}-problem"`))).toEqual([]);
  return fields;
}
