import type { Language } from '../../../../shared/domain/language.ts';
import { type Random, random } from '../random.ts';
import { type Kind, kindOf } from './kinds.ts';
import { firstNames, lastNames, places, trades } from './names.ts';

/** People act twice a day, at midday and in the evening: each is a stop. */
export const STOPS_PER_WEEK = 14;

/** Somebody who will fill in a form. */
export interface Lead {
  kind: Kind;
  visitor: string;
  email: string;
  locale: Language;
  form: 'whitepaper' | 'newsletter' | 'demo';
  agrees: boolean;
  answers: Record<string, string>;
  /** The stop of the first visit. */
  arrives: number;
  /** Stops after which a hand-raiser asks to be called. */
  raisesAfter: number;
  /** Mails after which an unsubscriber leaves. */
  leavesAfter: number;
  /** Seed of the reactions to mails, which arrive in any order. */
  mailSeed: number;
  /** Independent of all other people. */
  random: Random;
}

/** Somebody who only looks around and fills in no form. */
export interface Passerby {
  visitor: string;
  locale: Language;
  comes: number;
  random: Random;
}

/** The settings of a simulation. */
export interface Order {
  leads: number;
  weeks: number;
  seed: number;
}

/** Everybody in a simulation; the same seed gives the same people. */
export function population({ leads, weeks, seed }: Order): { leads: Lead[]; passersby: Passerby[] } {
  const stops = weeks * STOPS_PER_WEEK;
  const numbers = Array.from({ length: leads }, (_, n) => n);
  return {
    leads: numbers.map((n) => aLead(n, seed, stops)),
    passersby: numbers.map((n) => {
      const own = random(seed * 1_000_003 + 500_009 + n);
      const locale = localeOf(own);
      return {
        visitor: `simulated-${seed}-passer-${n}`,
        locale,
        comes: own.between(0, stops - 1),
        random: own,
      };
    }),
  };
}

function aLead(n: number, seed: number, stops: number): Lead {
  const own = random(seed * 1_000_003 + n);
  const kind = kindOf(n);
  const [firstName, lastName] = [own.pick(firstNames), own.pick(lastNames)];
  const company = `${own.pick(places)} ${own.pick(trades)}`;
  const address = `${slug(firstName)}.${slug(lastName)}@${slug(company)}-${seed}-${n}.example`;
  return {
    kind,
    visitor: `simulated-${seed}-${n}`,
    // Mail bounces only at the mailbox simulator of SES.
    email: kind === 'moved away' ? `bounce+${seed}-${n}@simulator.amazonses.com` : address,
    locale: localeOf(own),
    form: own.chance(0.8) ? 'whitepaper' : own.pick(['newsletter', 'demo']),
    agrees: own.chance(0.93),
    answers: { firstName, lastName, company, employees: String(own.between(2, 220)) },
    arrives: Math.floor(stops * 0.7 * (own.between(0, 999) / 1_000) ** 2),
    raisesAfter: own.between(4, 40),
    leavesAfter: own.between(2, 4),
    mailSeed: own.between(0, 2 ** 31),
    random: own,
  };
}

function localeOf(own: Random): Language {
  return own.chance(0.6) ? 'nl' : 'en';
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}
