import { type LeadSummary, leadList } from '../../../shared/contract/api.ts';
import type { RunningTwin } from '../../local/running-twin.ts';
import { LOCAL_ADMIN } from '../../local/settings.ts';
import { readApi } from '../read-api.ts';
import { readVisitors, type Visitors } from './visitors.ts';

/** A mail that is planned for a lead. */
export interface PlannedMail {
  lead: string;
  to: string;
  sequence: string;
  /** Number of the mail in its sequence, from 1. */
  number: number;
  at: string;
  isPaused: boolean;
}

/** A mail that was sent. */
export interface SentMail {
  id: string;
  to: string;
  subject: string;
  at: string;
}

/** A message in Slack. */
export interface SlackMessage {
  /** Its number, from 1. */
  number: number;
  text: string;
  at: string;
}

/** The leads of the twin; undefined when the API fails. */
export type Leads = { count: number; hasMore: boolean; planned: PlannedMail[] } | undefined;

/** The parts of the page that change. */
export interface Live {
  now: number;
  visitors: Visitors | undefined;
  leads: Leads;
  mailCount: number;
  /** The newest mail to somebody outside the company. */
  newestMail: SentMail | undefined;
  /** Newest first. */
  mailsToSales: SentMail[];
  slack: SlackMessage[];
  deadLetters: { queue: string; reason: string; at: string }[];
}

const SHOWN = 5;
const OWN_DOMAIN = LOCAL_ADMIN.slice(LOCAL_ADMIN.indexOf('@'));

/** Reads what changes. Make it once for each twin. */
export function liveReader(twin: RunningTwin): () => Promise<Live> {
  const visitors = readVisitors(twin);
  return async () => {
    const sales = salesAddresses(twin);
    const newest = twin.mails.find({ words: '', to: '', limit: 50 });
    const sent = newest.mails.flatMap(({ id, to: [to = ''], subject, at }) => ({ id, to, subject, at }));
    const posts = twin
      .slackPosts()
      .map(({ text, at }, index) => ({ number: index + 1, text: text ?? '', at }));
    const toSales = sales.flatMap(
      (address) => twin.mails.find({ words: '', to: address, limit: SHOWN }).mails,
    );
    return {
      now: twin.now(),
      visitors: await visitors(SHOWN),
      leads: await readLeads(twin.addresses.api),
      mailCount: newest.count,
      newestMail: sent.find(({ to }) => !sales.includes(to) && !to.endsWith(OWN_DOMAIN)),
      mailsToSales: toSales
        .map(({ id, to: [to = ''], subject, at }) => ({ id, to, subject, at }))
        .sort((a, b) => (a.at > b.at ? -1 : 1))
        .slice(0, SHOWN),
      slack: newestOf(posts),
      deadLetters: newestOf(twin.deadLetters()).map(({ queue, body, at }) => ({
        queue,
        reason: reasonIn(body),
        at,
      })),
    };
  };
}

async function readLeads(apiUrl: string): Promise<Leads> {
  try {
    const { leads, cursor } = await readApi(`${apiUrl}/api/leads?limit=100`, leadList);
    return { count: leads.length, hasMore: cursor !== null, planned: plannedFor(leads) };
  } catch {
    return undefined;
  }
}

function plannedFor(leads: readonly LeadSummary[]): PlannedMail[] {
  const planned = leads.flatMap(({ id, email, enrolments }) =>
    enrolments.flatMap(({ sequence, step, status, nextAt }) =>
      nextAt === null
        ? []
        : [
            {
              ...{ lead: id, to: email, sequence, number: step + 1, at: nextAt },
              isPaused: status === 'paused',
            },
          ],
    ),
  );
  return planned.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, 2 * SHOWN);
}

function salesAddresses(twin: RunningTwin): string[] {
  const addresses = twin.environment('SALES').flatMap((list) => list.split(','));
  return [...new Set(addresses.map((address) => address.trim()))].filter(Boolean);
}

/** The error message of a function, in the JSON that Lambda makes of its failure. */
function reasonIn(body: string): string {
  return JSON.parse(/"errorMessage":("(?:[^"\\]|\\.)*")\}\}$/.exec(body)?.[1] ?? '""');
}

function newestOf<T>(oldestFirst: readonly T[]): T[] {
  return oldestFirst.slice(-SHOWN).reverse();
}
