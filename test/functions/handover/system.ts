import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handleRequest } from '../../../functions/handover/handle-request.ts';
import type { PagesSystem } from '../../../functions/handover/request.ts';
import type { Handover } from '../../../shared/domain/handover/handover.ts';
import { type Profile, withCapture } from '../../../shared/domain/identity/profile.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { actionsOf } from '../../../shared/store/handover/actions.ts';
import { personalToken } from '../../../shared/store/handover/personal-links.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { withLook } from '../../../shared/usecases/look/current-look.ts';
import { handoverLink } from '../../../shared/web/handover/handover-link.ts';
import { LEAD, lead, NOW, VISITOR } from '../../domain/builders.ts';
import { newTable } from '../../store/new-table.ts';
import { HANDOVER, raisedHand, shippedPlaybook } from '../../web/handover/dossier/example.ts';

const key = { lead: LEAD, number: HANDOVER.number, token: HANDOVER.token };
/** The path of the hand-over page. */
export const ADDRESS = handoverLink('', key);

interface Situation {
  events?: AnyEvent[];
  playbook?: Playbook;
  handover?: Partial<Handover>;
  /** The member of the team whose own link it is. */
  member?: string;
}

/** The function with one lead that was handed over, and ways to inspect it. */
export async function testPages(
  language: Language = 'en',
  { events = [raisedHand()], playbook = shippedPlaybook(), handover = {}, member }: Situation = {},
) {
  const real = await newTable();
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
    look,
    table,
    now: () => NOW,
    playbook: source,
    country: 'NL',
    newToken: randomUUID,
    newKey: randomUUID,
    settings: { language, timeZone: 'Europe/Amsterdam', lines: 25 },
    reportFailure: (message) => complaints.push(message),
  };
  let profile: Profile | undefined;
  for (const event of events) {
    if (event.type === 'form') profile = withCapture(profile, LEAD, event);
    if (event.type !== 'page' && event.type !== 'stay' && event.type !== 'track')
      await putLeadEvent(real, LEAD, event);
    else await putVisitorEvent(real, event, 9_999_999_999);
  }
  await putLead(
    real,
    lead({
      stage: 'mql',
      interest: true,
      mail: 'granted',
      handover: { ...HANDOVER, reason: 'hand-raiser', ...handover },
    }),
  );
  await linkVisitor(real, VISITOR, LEAD, { at: NOW, due: NOW });
  await putProfile(real, { ...(profile as Profile), version: 1 });
  const own = member && { member, token: await personalToken(real, { ...key, member }, randomUUID) };
  const page = handoverLink('', { ...key, ...own });
  writes.length = 0;
  const ask = (method: string, more: Partial<APIGatewayProxyEventV2> = {}, address = page) =>
    handleRequest(system, request(method, address, more));
  return {
    system,
    table: real,
    address: page,
    writes,
    complaints,
    ask,
    /** What the page shows. */
    see: async (query?: Record<string, string>) =>
      (await ask('GET', query ? { queryStringParameters: query } : {})).body ?? '',
    /** Fills in a form of the page and sends it, as a browser does. */
    send: (fields: Record<string, string>) => ask('POST', sent({ _key: randomUUID(), ...fields })),
    lead: () => getLead(real, LEAD),
    actions: () => actionsOf(real, LEAD),
  };
}

/** A form as a browser sends it, in base64 as an HTTP API passes it. */
export function sent(fields: Record<string, string>): Partial<APIGatewayProxyEventV2> {
  return { body: Buffer.from(String(new URLSearchParams(fields))).toString('base64'), isBase64Encoded: true };
}

/** The event of an HTTP API. */
function request(method: string, address: string, more: Partial<APIGatewayProxyEventV2> = {}) {
  return {
    rawPath: address,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    pathParameters: { token: decodeURIComponent(address.split('/').at(-1) ?? '') },
    requestContext: { http: { method } },
    ...more,
  } as APIGatewayProxyEventV2;
}
