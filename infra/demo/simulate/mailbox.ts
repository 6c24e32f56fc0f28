import type { Lead } from './population.ts';
import { type Random, random } from './random.ts';
import type { TwinMail } from './read-mail.ts';
import type { Story } from './simulation.ts';
import type { TwinClient } from './twin-client.ts';

export interface Received {
  lead: Lead;
  mail: TwinMail;
  /** Which mail to this person it is, from 1. */
  number: number;
  /** What comes of it hangs on no other mail. */
  random: Random;
}

const MINUTE = 60_000;

/** Gives each mail once, to whom it is for. */
export function openMailbox(twin: TwinClient, { leads, mails }: Pick<Story, 'leads' | 'mails'>) {
  const owners = new Map(leads.map((lead) => [lead.email, lead]));
  const seen = new Set<string>();
  const counts = new Map<Lead, number>();
  let since: string | undefined;

  function receive(mail: TwinMail): Received[] {
    const lead = owners.get(mail.to[0] ?? '');
    if (!lead || seen.has(mail.id)) return [];
    seen.add(mail.id);
    const { html: _, text: __, ...kept } = mail;
    mails.push(kept);
    const number = (counts.get(lead) ?? 0) + 1;
    counts.set(lead, number);
    return [{ lead, mail, number, random: random(lead.mailSeed + number) }];
  }

  return {
    /** What came before this minute: a mail that is due days after something that was done now comes at this minute. */
    async collect(): Promise<Received[]> {
      const until = new Date(Math.floor((await twin.now()) / MINUTE) * MINUTE).toISOString();
      const found = since === undefined ? [] : await twin.mailsSince(since);
      since = until;
      return found
        .filter(({ at }) => at < until)
        .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
        .flatMap(receive);
    },
  };
}

/** Mails of one moment come in any order. */
function nameOf({ to, tags = {} }: TwinMail): string {
  return [to[0], tags['ses:feedback-id-a'], tags['ses:feedback-id-b']].join(' ');
}
