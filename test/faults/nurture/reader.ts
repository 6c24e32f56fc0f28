import { expect } from 'vitest';
import { type Mail, Person, type System } from '../../journeys/system.ts';

export interface SentMail extends Mail {
  at: string;
  tags: Record<string, string>;
}

/** A Tuesday in winter, at 10:00 in Amsterdam: in sending hours, and in a year without newsletters. */
export const TUESDAY = new Date('2028-02-01T09:00:00Z');

/** Somebody who asks for the whitepaper and gets its tips. */
export class Reader extends Person {
  readonly #system: System;

  constructor(system: System, email?: string) {
    super(system, email);
    this.#system = system;
  }

  mails(): Promise<SentMail[]> {
    return this.#system.local(`/mails?to=${encodeURIComponent(this.email)}`);
  }

  /** The sequence steps of the mails received, oldest first. */
  async got(): Promise<string[]> {
    return (await this.mails()).map(({ tags }) => tags['ses:feedback-id-b'] ?? '');
  }

  async asks(): Promise<void> {
    expect((await this.sendsIn('whitepaper')).status).toBe(200);
  }

  /** Confirms its address by the button in the first mail. */
  confirms(): Promise<void> {
    return this.#presses('confirm');
  }

  /** Unsubscribes by the link in the first mail. */
  leaves(): Promise<void> {
    return this.#presses('unsubscribe');
  }

  async #presses(button: 'confirm' | 'unsubscribe'): Promise<void> {
    const [mail] = await this.mails();
    const [path = ''] = new RegExp(`/${button}/[\\w-]{22}`).exec(mail?.html ?? '') ?? [];
    expect((await this.#system.request(path, { method: 'POST' })).status).toBe(200);
  }
}

/** People who asked now and confirmed: their first tip is due in a week. */
export async function confirmedReaders(system: System, count: number): Promise<Reader[]> {
  const readers = Array.from({ length: count }, () => new Reader(system));
  await Promise.all(readers.map((reader) => reader.asks()));
  await system.settled();
  await Promise.all(readers.map((reader) => reader.confirms()));
  await system.settled();
  return readers;
}

/** Moves time to a moment, in milliseconds since 1970; not back. */
export async function moveTo(system: System, moment: number): Promise<void> {
  const seconds = Math.ceil((moment - system.twin.clock.now()) / 1_000);
  if (seconds > 0) await system.advance(`${seconds}s`);
}

/** Moves time without firing schedules on the way; those that have something to do fire once afterwards. */
export async function passWithoutTimers({ twin }: System, moment: number): Promise<void> {
  await twin.clock.advance(moment - twin.clock.now(), [], async () => {});
}

/** Faults in the calls of functions, each once unless it says otherwise. */
export function faultsOf(system: System) {
  return {
    add: (about: object) =>
      system.local('/faults', { method: 'POST', body: JSON.stringify({ times: 1, ...about }) }),
    left: () => system.local<{ skip: number; times: number }[]>('/faults'),
    clear: () => system.local('/faults', { method: 'DELETE' }),
  };
}

/** Runs `act` just before a function first writes an item; the write waits for it. */
export function justBeforeWriting(
  { twin }: System,
  item: { function: string; PK: string; SK: string },
  act: () => Promise<void>,
): void {
  const database = twin.services.list.find(({ name }) => name === 'dynamodb');
  if (database === undefined) throw new Error('The twin has no table');
  const carryOut = database.call.bind(database);
  database.call = async (operation, input, caller) => {
    const { PK, SK } = (operation === 'PutItem' && input.Item) || {};
    if (caller?.function === item.function && PK?.S === item.PK && SK?.S.startsWith(item.SK)) {
      database.call = carryOut;
      await act();
    }
    return carryOut(operation, input, caller);
  };
}
