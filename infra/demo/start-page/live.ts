import * as z from 'zod';
import type { RunningTwin } from '../../local/running-twin.ts';
import type { DeadLetter } from '../../local/services/context.ts';
import { LOCAL_API_KEY } from '../../local/settings.ts';

const leadSchema = z.object({
  id: z.string(),
  email: z.string().nullish(),
  stage: z.string().nullish(),
  readiness: z.string().nullish(),
  fit: z.union([z.string(), z.object({ verdict: z.string() }).transform(({ verdict }) => verdict)]).nullish(),
  score: z.union([
    z.number().transform((total) => ({ total, band: '' })),
    z.object({ total: z.number(), band: z.string() }),
  ]),
  enrolments: z
    .array(
      z.object({
        sequence: z.string(),
        step: z.number(),
        status: z.string(),
        nextAt: z.string().nullable(),
      }),
    )
    .default([]),
});

/** A lead as the page shows it. */
export type LiveLead = z.output<typeof leadSchema>;

/** A mail that somebody is going to get, unless something comes in between. */
export interface PlannedMail {
  to: string;
  sequence: string;
  /** Which mail of the sequence it is, from 1. */
  number: number;
  at: string;
  isPaused: boolean;
}

/** What changes while somebody looks at the page. */
export interface Live {
  now: number;
  /** Undefined when the API does not answer. */
  leads: LiveLead[] | undefined;
  /** Soonest first. */
  planned: PlannedMail[];
  mails: { to: string; subject: string; at: string }[];
  /** The link opens the dossier. */
  slack: { text: string; at: string; link?: string | undefined }[];
  deadLetters: DeadLetter[];
}

const SHOWN = 5;

/** Looks up what happened last, newest first. */
export async function readLive({ clock, services, ports, template }: RunningTwin): Promise<Live> {
  const leads = await readLeads(ports.api);
  const mails = salesAddresses(template).flatMap((address) =>
    services.mails(address).map(({ subject, at }) => ({ to: address, subject, at })),
  );
  return {
    now: clock.now(),
    leads: leads?.slice(0, 4 * SHOWN),
    planned: plannedFor(leads ?? []),
    mails: newest(mails.sort((a, b) => (a.at < b.at ? -1 : 1))),
    slack: newest(services.slackPosts()).map(({ text, at, blocks }) => ({
      text: text ?? '',
      at,
      link: firstLink(blocks),
    })),
    deadLetters: newest(services.deadLetters()),
  };
}

async function readLeads(port: number): Promise<LiveLead[] | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/leads?limit=100`, {
      headers: { authorization: `Bearer ${LOCAL_API_KEY}` },
    });
    return z.object({ leads: z.array(leadSchema) }).parse(await response.json()).leads;
  } catch {
    return undefined;
  }
}

function plannedFor(leads: readonly LiveLead[]): PlannedMail[] {
  const planned = leads.flatMap(({ id, email, enrolments }) =>
    enrolments.flatMap(({ sequence, step, status, nextAt }) =>
      nextAt === null
        ? []
        : [{ to: email ?? id, sequence, number: step + 1, at: nextAt, isPaused: status === 'paused' }],
    ),
  );
  return planned.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(0, 2 * SHOWN);
}

function salesAddresses(template: RunningTwin['template']): string[] {
  const functions = template.ofType('AWS::Lambda::Function');
  const lists = functions.map(({ properties }) => properties.Environment?.Variables?.SALES ?? '');
  const addresses = lists.flatMap((list: string) => list.split(',').map((address) => address.trim()));
  return [...new Set(addresses)].filter(Boolean);
}

function firstLink(blocks: unknown[] = []): string | undefined {
  return /"url":"(https?:[^"]+)"/.exec(JSON.stringify(blocks))?.[1];
}

function newest<T>(oldestFirst: readonly T[]): T[] {
  return oldestFirst.slice(-SHOWN).reverse();
}
