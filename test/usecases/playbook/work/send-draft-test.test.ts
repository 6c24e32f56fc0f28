import { beforeEach, describe, expect, it } from 'vitest';
import { inventedRecipients } from '../../../../shared/domain/nurture/mail/invented-recipients.ts';
import { digestId } from '../../../../shared/gateways/digest-id.ts';
import type { OutgoingMail } from '../../../../shared/gateways/nurture/mailer.ts';
import { MailRefused } from '../../../../shared/gateways/nurture/ses-refusal.ts';
import { compilePlaybook } from '../../../../shared/playbook/compile-playbook.ts';
import { countTestMail, MOST_TESTS } from '../../../../shared/store/playbook/test-mails.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { readLog } from '../../../../shared/usecases/console/read-log.ts';
import { askTestMail } from '../../../../shared/usecases/playbook/ask/ask-test-mail.ts';
import { NOW } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { published } from '../../playbook.ts';
import { admin, anna, sanne } from '../editors.ts';
import { playbookInProcess } from '../playbook-in-process.ts';
import { smallPlaybook } from './small-playbook.ts';

const PATH = 'mails/newsletter-one-field.nl.md';
const typed = smallPlaybook[PATH]?.replace(/subject: .*/, 'subject: Net getypt') ?? '';

let table: Table;
let time: string;
let sent: OutgoingMail[];
let failure: Error | undefined;
beforeEach(async () => {
  [table, time, sent, failure] = [await memoryTable(), NOW, [], undefined];
  const compiled = await compilePlaybook(smallPlaybook);
  if (!compiled.ok) throw new Error('The small playbook has mistakes');
  await published({ table, now }, compiled.playbook);
});

const now = () => time;
const mailer = {
  send: async (mail: OutgoingMail) => {
    sent.push(mail);
    if (failure) throw failure;
  },
};
let presses = 0;
const newId = () => `press ${++presses}`;
const test = (viewer = sanne, more: { press?: string; text?: string } = {}) => {
  const { press, text = typed } = more;
  const system = {
    ...{ table, now, askPlaybook: playbookInProcess({ table, now }, mailer) },
    newId: press === undefined ? newId : () => press,
  };
  const lead = inventedRecipients.pending;
  const asked = {
    language: 'en',
    mail: 'newsletter-one-field',
    locale: 'nl',
    lead,
    unsaved: { path: PATH, text },
  } as const;
  return askTestMail(system, viewer, asked);
};
/** So many tests that this many are left in the hour. */
async function allBut(left: number) {
  for (let n = left; n < MOST_TESTS; n++)
    await countTestMail(table, { of: digestId(sanne.email), press: String(n), at: NOW });
}
const logged = async () => (await readLog({ table, now }, admin, {}, { zone: 'UTC' })).entries;

describe('a test of a mail', () => {
  it('goes to whoever asks, as it is typed, and nothing in it is counted', async () => {
    expect(await test()).toEqual({ result: 'sent' });
    const [mail] = sent;
    expect(mail).toMatchObject({ to: [sanne.email], subject: '[Proef] Net getypt', headers: {} });
    expect(mail?.tags).not.toHaveProperty('mail');
    expect(mail?.html).toContain('https://kansrijk.test/unsubscribe/example');
    expect(mail?.html).not.toMatch(/kansrijk\.test\/(m|c|o)\//);
  });

  it('is logged before it is sent, without a word of it', async () => {
    failure = new Error('The line is cut');
    await test();
    expect(await logged()).toEqual([{ at: NOW, who: sanne.email, kind: 'test-mail-sent', about: PATH }]);
  });

  it('is not sent when it cannot be logged', async () => {
    const call: Table['call'] = (operation, input) =>
      operation === 'PutItem' ? Promise.reject(new Error('refused')) : table.call(operation, input);
    const asked = { language: 'en', mail: 'newsletter-one-field', locale: 'nl', lead: {} } as const;
    const system = {
      table: { ...table, call },
      now,
      newId,
      askPlaybook: playbookInProcess({ table, now }, mailer),
    };
    await expect(askTestMail(system, sanne, asked)).rejects.toThrow('refused');
    expect(sent).toEqual([]);
  });

  it('is for those who may change the playbook', async () => {
    await expect(test(anna)).rejects.toThrow();
    expect(sent).toEqual([]);
  });

  it('with a mistake is not sent, and does not count', async () => {
    await allBut(1);
    const text = typed.replace('Net getypt', '{{ firstname }}');
    expect(await test(sanne, { text })).toMatchObject({ result: 'mistakes' });
    expect(await test()).toEqual({ result: 'sent' });
  });

  it('is sent at most so often in an hour to one person, and then again', async () => {
    await allBut(2);
    const all = await Promise.all([test(), test(), test()]);
    expect(all.map(({ result }) => result).sort()).toEqual(['sent', 'sent', 'too-many']);
    expect(await test(admin)).toEqual({ result: 'sent' });
    expect(sent).toHaveLength(3);
    time = new Date(Date.parse(NOW) + 3_600_000).toISOString();
    expect(await test()).toEqual({ result: 'sent' });
  });

  it('is sent once for a press, however often the command arrives', async () => {
    const all = await Promise.all([1, 2, 3].map(() => test(sanne, { press: 'one' })));
    expect(all.map(({ result }) => result).sort()).toEqual(['sent', 'unclear', 'unclear']);
    expect(sent).toHaveLength(1);
  });

  it('says whether it was certainly not sent', async () => {
    failure = new MailRefused('Throttling', 'rate');
    expect(await test()).toEqual({ result: 'refused', why: 'rate' });
    failure = new Error('No answer in time');
    expect(await test()).toEqual({ result: 'unclear' });
  });
});
