import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withCapture } from '../../../../shared/domain/identity/profile.ts';
import { digestId } from '../../../../shared/gateways/digest-id.ts';
import type { OutgoingMail } from '../../../../shared/gateways/nurture/mailer.ts';
import { MailRefused } from '../../../../shared/gateways/nurture/ses-refusal.ts';
import { putLead } from '../../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../../shared/store/identity/profiles.ts';
import { countTestMail, MOST_TESTS } from '../../../../shared/store/playbook/test-mails.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { LEAD, lead, NOW, submission } from '../../../domain/builders.ts';
import { playbookInProcess } from '../../../usecases/playbook/playbook-in-process.ts';
import { viewers } from '../test-console.ts';
import { playbookConsole, tableWithPlaybook } from './playbook-console.ts';

const TIP = '/console/playbook/mails/tip-1.en.md';
const BODY = '\n# Typed and not saved\n';

let table: Table;
let sanne: Awaited<ReturnType<typeof playbookConsole>>;
let sent: OutgoingMail[];
let failure: Error | undefined;
const mailer = {
  send: async (mail: OutgoingMail) => {
    if (failure) throw failure;
    sent.push(mail);
  },
};

beforeAll(async () => {
  table = await tableWithPlaybook();
  const askPlaybook = playbookInProcess({ table, now: () => NOW }, mailer);
  sanne = await playbookConsole(table, viewers.marketing, { askPlaybook });
});
beforeEach(() => {
  sent = [];
  failure = undefined;
});

async function press(typed: Record<string, string> = {}) {
  const answer = await sanne.sendForm(await sanne.page(TIP), TIP, 'send-test', { body: BODY, ...typed });
  return { status: answer.status, html: await answer.text() };
}

describe('“Send me a test” on the page of a mail', () => {
  it('sends what is typed for the person that is chosen, and keeps both on the page', async () => {
    expect(await sanne.page(TIP)).toContain('value="send-test"');
    const { status, html } = await press({
      person: 'foreign',
      'text:/subject': 'For {{ firstName | default: "you" }}',
    });
    expect(status).toBe(200);
    expect(sent).toMatchObject([{ to: ['sanne@kansrijk.test'], subject: '[Test] For Žofia 王' }]);
    expect(sent[0]?.text).toContain('Typed and not saved');
    expect(html).toContain('The test was sent to sanne@kansrijk.test');
    expect(html).toContain('# Typed and not saved');
    expect(html).toMatch(/<option value="foreign" selected/);
    expect(await sanne.page(TIP)).not.toContain('Typed and not saved');
  });

  it('goes to nobody else, whatever is sent along', async () => {
    await press({ to: 'x@elsewhere.test', email: 'x@elsewhere.test' });
    expect(sent.map(({ to }) => to)).toEqual([['sanne@kansrijk.test']]);
  });

  it('fills in a lead that the viewer may see, and none that there is not', async () => {
    const asked = submission('whitepaper', { values: { firstName: 'Sam' }, locale: 'en' });
    await putLead(table, lead({ version: 1, mail: 'granted' }));
    await putProfile(table, { ...withCapture(undefined, LEAD, asked), version: 1 });
    const subject = { 'text:/subject': 'For {{ firstName | default: "you" }}' };
    await press({ ...subject, lead: `https://kansrijk.test/console/leads/${LEAD}` });
    expect(sent).toMatchObject([{ to: ['sanne@kansrijk.test'], subject: '[Test] For Sam' }]);
    const { html } = await press({ ...subject, lead: 'nobody' });
    expect(html).toContain('There is no lead with this id');
    expect(html).toContain('value="nobody"');
    expect(sent).toHaveLength(1);
  });

  it.each([
    [new MailRefused('Throttling', 'rate'), 'mail cannot be sent now'],
    [new Error('No answer in time'), 'It is not certain that the test was sent'],
  ])('says so when it fails, and loses nothing that was typed: %s', async (error, word) => {
    failure = error;
    const { html } = await press();
    expect(html).toContain(word);
    expect(html).toContain('# Typed and not saved');
  });

  it('says what to do about a mistake', async () => {
    const { html } = await press({ body: 'Hi {{ firstname }}' });
    expect(html).toContain('put the mistakes in the mail right first');
    expect(sent).toEqual([]);
  });

  it('says when it was pressed too often', async () => {
    const of = digestId(viewers.marketing.email);
    for (let n = 0; n < MOST_TESTS; n++) await countTestMail(table, { of, press: String(n), at: NOW });
    const { html } = await press();
    expect(html).toContain('you have had ten this hour');
    expect(html).toContain('# Typed and not saved');
  });

  it('is not there for who may only read', async () => {
    const anna = await playbookConsole(table, viewers.sales);
    const answer = await anna.post(TIP, { do: 'send-test', view: 'form', text: '', body: 'x' });
    expect(answer.status).toBe(403);
  });
});
