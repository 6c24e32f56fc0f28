import { beforeAll, describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { knownTo } from '../../../shared/domain/identity/known-to.ts';
import { type Profile, valuesOf } from '../../../shared/domain/identity/profile.ts';
import { browserName } from '../../../shared/domain/identity/trust.ts';
import type { AnyEvent, PageView } from '../../../shared/domain/tracking/event.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import { putMail } from '../../../shared/store/nurture/mails.ts';
import type { Table } from '../../../shared/store/table.ts';
import { visitorEventEntity } from '../../../shared/store/tracking/events.ts';
import { putClickToken } from '../../../shared/store/tracking/mail-click-tokens.ts';
import type { ScoringSystem } from '../../../shared/usecases/lead-system.ts';
import { scoreEvents } from '../../../shared/usecases/scoring/score-events/score-events.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, pageView, submission } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { playbook } from '../playbook.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const at = (hour: number) => `2026-11-22T${hour}:00:00.000Z`;
const now = () => at(20);
const system: ScoringSystem = {
  get table() {
    return table;
  },
  now,
  playbook: async () => playbook,
  newToken: () => 'token',
  hideBeginnings,
};
const receive = (...events: AnyEvent[]) => scoreLead(system, LEAD, events);
/** Needs no confirmation, unless the box is ticked. */
const form = (visitor: string | undefined, hour: number, employees: string, isTicked = false) => {
  const { permission, ...sent } = submission('whitepaper', {
    ...{ at: at(hour), receivedAt: at(hour), values: { employees } },
    ...(visitor && { visitor: visitor as VisitorId }),
  });
  return { ...sent, ...(isTicked && permission && { permission }) };
};
const employees = async () => valuesOf((await getProfile(table, LEAD)) as Profile).employees;
const fitNow = async () =>
  (await getLead(table, LEAD).then((lead) => lead && 'fit' in lead && lead.fit)) as string;

describe('a form that somebody else sends with the address of a lead', () => {
  it('changes neither values nor fit until the owner of the address confirms it', async () => {
    await receive(form('ann', 10, '50'));
    await receive(form('mallory', 11, '3'), form(undefined, 12, '2'));
    expect([await employees(), await fitNow()]).toEqual(['50', 'good']);

    await receive(form('ann', 13, '60'), form('mallory', 11, '3'));
    expect(await employees()).toBe('60');

    await receive(form('phone', 14, '4', true));
    expect([await employees(), await fitNow()]).toEqual(['60', 'good']);
    const confirmed = {
      type: 'mail-consent',
      id: 'c1',
      to: 'granted',
      how: 'confirmation',
      voice: 'phone',
    } as const;
    await receive({ ...confirmed, at: at(15), receivedAt: at(15) });
    expect([await employees(), await fitNow()]).toEqual(['4', 'bad']);
  });
});

describe('a browser in which a link of a mail to a person was opened', () => {
  const own = 'own-browser' as VisitorId;
  const token = 'T'.repeat(22);
  const item = (event: PageView) => ({ record: event.id, item: visitorEventEntity.itemOf(event, event) });
  const known = async (visitor: VisitorId) => knownTo((await getProfile(table, LEAD)) as Profile, visitor);

  it('is the person’s own from then on, whether or not it was linked before', async () => {
    const sent = mail();
    await putMail(table, sent);
    await putClickToken(table, token, { mail: sent.id, link: 0 }, at(23));
    await receive(form(own, 10, '70'));
    expect(await known(own)).toMatchObject({ speaks: false });

    const landed = pageView('/', { visitor: own, viaMail: token, at: at(16), receivedAt: at(16) });
    const shared = pageView('/', { visitor: 'colleague' as VisitorId, viaMail: token, receivedAt: at(16) });
    expect(await scoreEvents(system, [item(landed), item(shared), item(landed)])).toEqual(new Map());
    expect(await known(own)).toMatchObject({ speaks: true });
    expect(await known('colleague' as VisitorId)).toMatchObject({ speaks: false, fields: new Set() });
    expect((await getProfile(table, LEAD))?.voices?.[browserName(own)]).toMatchObject({ landed: at(16) });

    const phone = 'phone-of-hers' as VisitorId;
    const other = 'U'.repeat(22);
    await putClickToken(table, other, { mail: sent.id, link: 0 }, at(23));
    const view = pageView('/', { visitor: phone, viaMail: other, receivedAt: at(17) });
    expect(await scoreEvents(system, [item(view)])).toEqual(new Map());
    expect(await known(phone)).toMatchObject({ speaks: false, fields: new Set(['employees']) });
  });
});
