import type { Lead } from '../people/population.ts';
import { type Random, random } from '../random.ts';
import type { Story } from '../story.ts';
import type { TwinClient } from '../twin-client.ts';
import type { TwinMail } from './mail-links.ts';

export interface ReceivedMail {
  lead: Lead;
  mail: TwinMail;
  /** Number of this mail among those to this person, from 1. */
  number: number;
  /** Independent of all other mails. */
  random: Random;
}

const MINUTE = 60_000;

/** Collects the mails to these leads, each mail once. */
export function openMailbox(twin: TwinClient, { leads, mails }: Pick<Story, 'leads' | 'mails'>) {
  const owners = new Map(leads.map((lead) => [lead.email, lead]));
  const seen = new Set<string>();
  const counts = new Map<Lead, number>();
  let since: string | undefined;

  function receive(mail: TwinMail): ReceivedMail[] {
    const lead = owners.get(mail.to[0] ?? '');
    if (!lead || seen.has(mail.id)) return [];
    seen.add(mail.id);
    const { html: _, text: __, ...rest } = mail;
    mails.push(rest);
    const number = (counts.get(lead) ?? 0) + 1;
    counts.set(lead, number);
    return [{ lead, mail, number, random: random(lead.mailSeed + number) }];
  }

  return {
    /** Mails sent before this minute; those of this minute come next time, so that reruns see the same. */
    async collect(): Promise<ReceivedMail[]> {
      const until = new Date(Math.floor((await twin.now()) / MINUTE) * MINUTE).toISOString();
      const found = since === undefined ? [] : await twin.mailsSince(since);
      since = until;
      return found
        .filter(({ at }) => at < until)
        .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
        .flatMap(receive);
    },
  };
}

/** Sorts mails of one moment, which arrive in any order. */
function sortKey({ to, tags = {} }: TwinMail): string {
  return [to[0], tags['ses:feedback-id-a'], tags['ses:feedback-id-b']].join(' ');
}
