import type { Instant } from '../time.ts';

/**
 * What the log has: what somebody saw in bulk, exported, erased, changed, or was refused. Entries are kept for two years,
 * so a kind may be added but never removed.
 */
export const LOG_KINDS = [
  'leads-seen',
  'leads-exported',
  'report-exported',
  'log-exported',
  'lead-erased',
  'lead-changed',
  'lead-added',
  'person-added',
  'person-changed',
  'person-removed',
  'key-made',
  'key-withdrawn',
  'job-retried',
  'job-dropped',
  'company-given',
  'leads-passed-on',
  'absence-changed',
  'playbook-changed',
  'playbook-published',
  'issue-changed',
  'test-mail-sent',
  'refused',
] as const;

export type LogKind = (typeof LOG_KINDS)[number];

/** Who does something: a person by e-mail address, or an API key by its name. */
export interface Actor {
  who: string;
  isKey?: true;
}

/** What is to be logged. It never has personal data of a lead, nor anything that somebody typed. */
export interface Deed {
  kind: LogKind;
  /** The id of a lead, of a key or of a job, the name of a report or of a file, or the address of a colleague. */
  about?: string;
  /** A word of the program, such as `accept`, the path of a route, or the names of filters. */
  detail?: string;
  /** Of how many. */
  count?: number;
}

/** A line of the log. */
export interface LogEntry extends Actor, Deed {
  at: Instant;
}

const MINUTE_MS = 60_000;

/** What is repeated quickly, by somebody who types or a program that goes on, is logged once in so many milliseconds. */
const GATHERED: Partial<Record<LogKind, number>> = {
  'leads-seen': 15 * MINUTE_MS,
  'playbook-changed': 15 * MINUTE_MS,
  refused: 60 * MINUTE_MS,
};

/** The time in which a deed that is repeated is logged once, by its beginning; undefined when each is logged. */
export function gatheredIn(kind: LogKind, at: Instant): Instant | undefined {
  const span = GATHERED[kind];
  return span === undefined ? undefined : new Date(Math.floor(Date.parse(at) / span) * span).toISOString();
}
