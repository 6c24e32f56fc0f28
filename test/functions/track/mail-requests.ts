import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { takeClick, takeOpen } from '../../../functions/track/mail.ts';
import type { Mail } from '../../../shared/domain/nurture/mailing.ts';
import type { LateItem } from '../../../shared/gateways/tracking/late-queue.ts';
import { putMail } from '../../../shared/store/nurture/mails.ts';
import { getMailWithReactions } from '../../../shared/store/nurture/reactions.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { newSignedTable } from '../../store/new-table.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36';

function request(
  routeKey: string,
  pathParameters: Record<string, string>,
  headers: Record<string, string>,
  sourceIp?: string,
): APIGatewayProxyEventV2 {
  return {
    routeKey,
    pathParameters,
    headers: { 'user-agent': BROWSER, ...headers },
    ...(sourceIp && { requestContext: { http: { sourceIp } } }),
  } as unknown as APIGatewayProxyEventV2;
}

/** Mails in a table, and requests of browsers and bots for them. */
export async function mailRequests() {
  const real = await newSignedTable();
  /** The calls of the table since the last mail was stored. */
  const calls: string[] = [];
  const table: Table = {
    name: real.name,
    call(operation, input) {
      calls.push(operation);
      return real.call(operation, input);
    },
  };
  const late: LateItem[] = [];
  const system = (over: Table, now = NOW) => ({
    table: over,
    late: { send: async (what: LateItem) => void late.push(what) },
    now: () => now,
    websiteUrl: 'https://www.example.com',
    newClickToken: () => randomBytes(16).toString('base64url'),
  });
  return {
    table,
    calls,
    /** What waits in the late queue. */
    late,
    click: (id: string, n: string, headers = {}, method = 'GET', over = table, ip?: string) =>
      takeClick(system(over), request(`${method} /c/{mail}/{n}`, { mail: id, n }, headers, ip)),
    open: (image: string, headers = {}, method = 'GET', over = table, now = NOW) =>
      takeOpen(system(over, now), request(`${method} /o/{image}`, { image }, headers)),
    async kept(more: Partial<Mail> = {}): Promise<Mail> {
      const one = mail(more);
      await putMail(table, one);
      calls.length = 0;
      return one;
    },
    happened: async (id: string) => (await getMailWithReactions(table, id))?.reactions,
  };
}
