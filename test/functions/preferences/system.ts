import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { answer } from '../../../functions/preferences/answer.ts';
import type { PagesSystem } from '../../../functions/preferences/request.ts';
import { type Profile, withCapture } from '../../../shared/domain/identity/profile.ts';
import type { Mail } from '../../../shared/domain/nurture/mailing.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import { getMailing } from '../../../shared/store/nurture/mailing.ts';
import { putMail } from '../../../shared/store/nurture/mails.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { withLook } from '../../../shared/usecases/look/current-look.ts';
import { LEAD, lead, NOW, submission } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { jobsOf } from '../../usecases/job-system.ts';
import { playbook } from '../../usecases/playbook.ts';

/** The function with one lead that got one mail, and ways to inspect it. */
export async function testPages(
  locale: Profile['locale'] = 'en',
  consent: 'pending' | 'granted' = 'granted',
) {
  const real = await newSignedTable();
  const writes: string[] = [];
  const complaints: string[] = [];
  const table: Table = {
    name: real.name,
    call(operation, input) {
      if (!/^(Get|Query|BatchGet)/.test(operation)) writes.push(operation);
      return real.call(operation, input);
    },
  };
  const { source, look } = withLook(async () => playbook, 'https://www.example.com');
  const system: PagesSystem = {
    ...jobsOf(table, () => NOW),
    playbook: source,
    look,
    timeZone: 'Europe/Amsterdam',
    complain: (message) => complaints.push(message),
  };
  const permission = {
    wording: 'Yes, mail me tips',
    page: 'https://example.nl/whitepaper',
    subjects: ['tips'],
  };
  const asked = submission('whitepaper', { locale, permission, values: { company: 'Acme <b>& Co</b>' } });
  const sent: Mail = mail();
  await putLead(table, lead({ mail: consent }));
  await putProfile(table, { ...withCapture(undefined, LEAD, asked), version: 1 });
  await putLeadEvent(table, LEAD, asked);
  await putMail(table, sent);
  writes.length = 0;
  return {
    system,
    table,
    sent,
    writes,
    complaints,
    ask: (routeKey: string, more: Partial<APIGatewayProxyEventV2> = {}, id = sent.id) =>
      answer(system, request(routeKey, id, more)),
    consents: async () => (await leadEvents(table, LEAD)).filter(({ type }) => type === 'mail-consent'),
    mailing: () => getMailing(table, LEAD),
  };
}

/** An event of an HTTP API. */
export function request(routeKey: string, mailId: string, more: Partial<APIGatewayProxyEventV2> = {}) {
  return {
    routeKey,
    rawPath: routeKey.replace(/^\w+ /, '').replace('{mail}', mailId),
    headers: {},
    pathParameters: { mail: mailId },
    ...more,
  } as APIGatewayProxyEventV2;
}

/** A form as a browser sends it, in base64 as an HTTP API passes it. */
export function sends(...fields: [string, string][]): Partial<APIGatewayProxyEventV2> {
  const body = Buffer.from(String(new URLSearchParams(fields))).toString('base64');
  return { body, isBase64Encoded: true, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}
