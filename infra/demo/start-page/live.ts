import { type LeadSummary, leadList } from '../../../shared/contract/api.ts';
import type { RunningTwin } from '../../local/running-twin.ts';
import { readApi } from '../read-api.ts';

/** A lead as the page shows it. */
export type LiveLead = Pick<
  LeadSummary,
  'id' | 'email' | 'stage' | 'fit' | 'readiness' | 'score' | 'enrolments'
>;

/** A mail that is planned for a lead. */
export interface PlannedMail {
  to: string;
  sequence: string;
  /** Number of the mail in its sequence, from 1. */
  number: number;
  at: string;
  isPaused: boolean;
}

/** The part of the page that changes. */
export interface Live {
  now: number;
  /** Undefined when the API fails. */
  leads: LiveLead[] | undefined;
  /** Soonest first. */
  planned: PlannedMail[];
  mails: { to: string; subject: string; at: string }[];
  /** The link opens the dossier. */
  slack: { text: string; at: string; link?: string | undefined }[];
  deadLetters: { queue: string; reason: string; at: string }[];
}

const SHOWN = 5;

/** The latest leads, mails, messages and dead letters, newest first. */
export async function readLive(twin: RunningTwin): Promise<Live> {
  const leads = await readLeads(twin.addresses.api);
  const mails = salesAddresses(twin).flatMap((address) =>
    twin.mails.all(address).map(({ subject, at }) => ({ to: address, subject, at })),
  );
  return {
    now: twin.now(),
    leads: leads?.slice(0, 4 * SHOWN),
    planned: plannedFor(leads ?? []),
    mails: newest(mails.sort((a, b) => (a.at < b.at ? -1 : 1))),
    slack: newest(twin.slackPosts()).map(({ text, at, blocks }) => ({
      text: text ?? '',
      at,
      link: firstLink(blocks),
    })),
    deadLetters: newest(twin.deadLetters()).map(({ queue, body, at }) => ({
      queue,
      reason: reasonIn(body),
      at,
    })),
  };
}

async function readLeads(apiUrl: string): Promise<LiveLead[] | undefined> {
  try {
    return (await readApi(`${apiUrl}/api/leads?limit=100`, leadList)).leads;
  } catch {
    return undefined;
  }
}

function plannedFor(leads: readonly LiveLead[]): PlannedMail[] {
  const planned = leads.flatMap(({ email, enrolments }) =>
    enrolments.flatMap(({ sequence, step, status, nextAt }) =>
      nextAt === null
        ? []
        : [{ to: email, sequence, number: step + 1, at: nextAt, isPaused: status === 'paused' }],
    ),
  );
  return planned.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, 2 * SHOWN);
}

function salesAddresses(twin: RunningTwin): string[] {
  const addresses = twin.environment('SALES').flatMap((list) => list.split(','));
  return [...new Set(addresses.map((address) => address.trim()))].filter(Boolean);
}

function firstLink(blocks: unknown[] = []): string | undefined {
  return /"url":"(https?:[^"]+)"/.exec(JSON.stringify(blocks))?.[1];
}

/** The error message of a function, in the JSON that Lambda makes of its failure. */
function reasonIn(body: string): string {
  return JSON.parse(/"errorMessage":("(?:[^"\\]|\\.)*")\}\}$/.exec(body)?.[1] ?? '""');
}

function newest<T>(oldestFirst: readonly T[]): T[] {
  return oldestFirst.slice(-SHOWN).reverse();
}
