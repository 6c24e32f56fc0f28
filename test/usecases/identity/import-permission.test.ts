import { beforeEach, describe, expect, it } from 'vitest';
import { type NewLead, newLead } from '../../../shared/contract/api-requests.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { isErased, type Lead } from '../../../shared/domain/identity/lead.ts';
import { plus } from '../../../shared/domain/time.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { createLead } from '../../../shared/usecases/identity/create-lead.ts';
import { composeMail } from '../../../shared/usecases/nurture/send-due-mail/compose-mail.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, submission } from '../../domain/builders.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';

const EMAIL = 'ann@acme.nl';
const day = (n: number) => plus(NOW, n * 86_400_000);
const playbook = { ...shippedPlaybook, version: 1 };

let table: Table;
let now: string;
let count: number;
beforeEach(async () => {
  table = await memoryTable();
  now = NOW;
  count = 0;
});

const system = () => ({
  ...{ table, now: () => now, newId: () => `id-${++count}`, newToken: () => 'token', hideBeginnings },
  ...{ playbook: async () => playbook, leadId: () => LEAD as LeadId },
});
async function scored(): Promise<Lead> {
  await scoreLead(system(), LEAD, await leadEvents(table, LEAD));
  const lead = await getLead(table, LEAD);
  if (lead === undefined || isErased(lead)) throw new Error('There is no lead');
  return lead;
}
type Permission = NonNullable<NewLead['proofs']['permission']>;
async function imports(permission: Partial<Permission>, more: Partial<NewLead> = {}) {
  const words = { wording: 'Yes, mail me tips', page: 'https://old.example/form', subjects: ['tips'] };
  const proofs = { permission: { ...words, ...permission } };
  const result = await createLead(system(), { email: EMAIL, source: 'crm', profile: {}, proofs, ...more });
  return result.result === 'accepted' ? result.ignored : result;
}
const withdraws = (at: string) =>
  putLeadEvent(table, LEAD, {
    ...{ type: 'mail-consent', id: `w-${at}`, at, receivedAt: at, to: 'withdrawn', how: 'one-click' },
  });

describe('permission that another system confirmed', () => {
  it('is granted for the subjects it names, with the proof as it was worded', async () => {
    expect(await imports({ at: day(-90), confirmedAt: day(-89), source: 'Mailer' })).toEqual([]);
    expect(await scored()).toMatchObject({ mail: 'granted', subjects: { tips: 'granted' } });
    expect((await getProfile(table, LEAD))?.permissions).toEqual([
      {
        ...{ wording: 'Yes, mail me tips', page: 'https://old.example/form', subjects: ['tips'] },
        ...{ form: 'Mailer', imported: true, at: day(-90), confirmedAt: day(-89) },
      },
    ]);
  });

  it('names all subjects of the playbook when it names none', async () => {
    await imports({ confirmedAt: day(-89), subjects: undefined as never });
    expect((await scored()).subjects).toEqual({ tips: 'granted', newsletter: 'granted', product: 'granted' });
  });

  it.each([
    ['2025-05-01', '2025-05-02', '2025-05-01T00:00:00.000Z', '2025-05-02T00:00:00.000Z'],
    ['2025-05-01T10:00:00Z', '2025-05-01', '2025-05-01T10:00:00.000Z', '2025-05-01T10:00:00.000Z'],
    [
      ...['2025-05-01T10:00:00+02:00', '2025-05-01T01:00:00-08:00'],
      ...['2025-05-01T08:00:00.000Z', '2025-05-01T09:00:00.000Z'],
    ],
  ])('may be dated as other systems do: %s, %s', async (at, confirmedAt, given, confirmed) => {
    const proofs = { permission: { wording: 'Yes', page: '/', at, confirmedAt } };
    const sent = newLead.parse({ email: EMAIL, source: 'crm', proofs });
    expect(await createLead(system(), sent)).toMatchObject({ ignored: [] });
    await scored();
    expect((await getProfile(table, LEAD))?.permissions).toMatchObject([
      { at: given, confirmedAt: confirmed },
    ]);
  });

  it.each([
    ['before', -89],
    ['after', -9],
  ])('undoes no withdrawal when it was given %s that', async (_, confirmed) => {
    await imports({ at: day(confirmed - 1), confirmedAt: day(confirmed) });
    await withdraws(day(-20));
    expect((await scored()).mail).not.toBe('granted');
    await imports({ at: day(confirmed - 1), confirmedAt: day(confirmed), wording: 'Again' });
    expect((await scored()).mail).not.toBe('granted');
  });

  it.each<[string, Partial<Permission>, string]>([
    [
      'was confirmed before it was given',
      { at: day(-1), confirmedAt: day(-2) },
      '`confirmedAt` is before `at`',
    ],
    ['is from before the web', { at: '0000-01-01T00:00:00+02:00' }, '`at` is before 1970'],
    ['has yet to be given', { at: '9999-12-31T23:00:00-02:00' }, '`at` has yet to come'],
    ['has yet to be confirmed', { confirmedAt: day(1) }, '`confirmedAt` has yet to come'],
    [
      'names an unknown subject',
      { subjects: ['tip'] },
      '`subjects`: the playbook has tips, newsletter, product',
    ],
  ])('is left out, with the reason, when it %s', async (_, permission, reason) => {
    expect(await imports(permission)).toEqual([{ field: 'proofs.permission', reason }]);
    expect((await scored()).mail).toBe('none');
  });
});

describe('permission that another system passes on unconfirmed', () => {
  it('waits, without a mail', async () => {
    await imports({ at: day(-90) });
    expect(await scored()).toMatchObject({ mail: 'pending', subjects: { tips: 'pending' } });
    expect((await scored()).started).toBeUndefined();
  });

  it('is asked to be confirmed by a mail with a button, when the other system wants that', async () => {
    await imports({ at: day(-90) }, { confirm: true });
    const lead = await scored();
    expect(lead.started).toEqual({ 'confirm-permission': NOW });
    const templates = async () => ({
      ...{
        subject: 'Is it right?',
        preheader: '',
        text: '{{ confirmUrl }}',
        html: '<a>{{ confirmUrl }}</a>',
      },
    });
    const { asks, outgoing } = await composeMail(
      { templates, publicUrl: 'https://api.test', websiteUrl: 'https://website.test' },
      {
        ...{ id: 'mail-1', mail: 'confirm-permission', sequence: 'confirm-permission', step: 'ask', lead },
        ...{ profile: await getProfile(table, LEAD), playbook, now: NOW },
        mailing: { lead: LEAD, version: 0, recent: [], subjects: {}, softBounces: 0 },
      },
    );
    expect([asks, outgoing.text]).toEqual(['import', 'https://api.test/confirm/mail-1']);
  });

  it('is not asked about when it is granted already, or was withdrawn since', async () => {
    await imports({ at: day(-90), confirmedAt: day(-89) }, { confirm: true });
    expect((await scored()).started).toBeUndefined();
    await withdraws(day(-20));
    await imports({ at: day(-40) }, { confirm: true });
    expect((await scored()).started).toBeUndefined();
  });

  it('is not asked about when nothing was given, which is said', async () => {
    const lead = { email: EMAIL, source: 'crm', profile: {}, proofs: {}, confirm: true };
    expect(await createLead(system(), lead)).toMatchObject({
      ignored: [{ field: 'confirm', reason: 'There is no permission to confirm' }],
    });
  });
});

describe('the language of a person from another system', () => {
  const languages = async () => {
    await scored();
    return (await getProfile(table, LEAD))?.locale;
  };

  it.each(['nl', 'nl-BE', 'NL_nl'])('is the one it tells: %s', async (locale) => {
    expect(await imports({}, { locale })).toEqual([]);
    expect(await languages()).toBe('nl');
  });

  it('stays that when a form of anybody has another, and is that of the form when it tells none', async () => {
    const form = submission('whitepaper', { email: EMAIL, locale: 'nl' });
    await imports({});
    expect(await languages()).toBe('en');
    await putLeadEvent(table, LEAD, form);
    expect(await languages()).toBe('nl');
    now = day(1);
    await imports({}, { locale: 'en' });
    expect(await languages()).toBe('en');
  });

  it('is left out, with the reason, when the product does not speak it', async () => {
    expect(await imports({}, { locale: 'de' })).toEqual([
      { field: 'locale', reason: 'The product speaks nl and en' },
    ]);
  });
});
