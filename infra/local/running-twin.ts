import type { Hono } from 'hono';
import type { Services } from './services/context.ts';
import type { Wiring } from './wiring.ts';

export type { Mail } from './services/ses/mail.ts';
export type { FoundMails } from './services/ses/mail-archive.ts';

/** The addresses of a twin, without a slash at the end. */
export interface Addresses {
  api: string;
  website: string;
  inbox: string;
  aws: string;
}

/** What the demo sees of the twin. */
export interface RunningTwin extends Pick<Services, 'mails' | 'slackPosts' | 'deadLetters'> {
  addresses: Addresses;
  /** The table of the functions, read as they read it. */
  table: {
    name: string;
    call(operation: string, input: object): Promise<never>;
    /** Partition keys that begin so, of items that live for a time only; the ones written last come first. */
    lastWritten(beginning: string, limit: number): string[];
  };
  wiring: Wiring;
  /** The twin's time, in milliseconds. */
  now(): number;
  /** The different values that functions have for an environment variable. */
  environment(variable: string): string[];
  /** Calls the user pools. */
  userPools(operation: string, input: object): Promise<unknown>;
  /** Resolves when streams, queues and the bus are empty and no function runs. */
  settled(): Promise<void>;
}

/** What the demo adds to the twin. */
export interface Demo {
  /** Served at `/` and under `/_local/`, on the API's port. */
  pages: Hono;
  website: Hono;
  /** Served on its own port. */
  inbox: Hono;
  /** What has to be there before anybody comes. */
  prepare(): Promise<void>;
}
