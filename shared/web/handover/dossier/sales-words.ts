import type { ReturnReason } from '../../../domain/handover/handover.ts';
import type { Language } from '../../../domain/language.ts';

/** What is said of sales and its answers, in one language. */
export interface SalesWords {
  title: string;
  /** Whom the hand-over is for. */
  forWhom: (name: string) => string;
  accepted: (by: string, time: string) => string;
  returned: (by: string, time: string, reason: string) => string;
  acts: Record<'accept' | 'reached' | 'not-reached' | 'qualify' | 'opportunity', (by: string) => string>;
  gaveBack: (by: string, reason: string) => string;
  won: (by: string, euros: string) => string;
  lost: (by: string, reason: string) => string;
  reasons: Record<ReturnReason, string>;
  details: Record<Detail, string>;
  /** What the buttons of a notification say. */
  buttons: { accept: string; return: string };
}

export type Detail =
  | ('need' | 'urgency' | 'buyingStage' | 'decisionMakers' | 'budget')
  | ('authority' | 'criterion' | 'note');

const dutch: SalesWords = {
  title: 'Wat sales deed',
  forWhom: (name) => `Voor ${name}`,
  accepted: (by, time) => `Overgenomen door ${by}, ${time}.`,
  returned: (by, time, reason) => `Teruggegeven door ${by}, ${time}: ${reason}.`,
  acts: {
    accept: (by) => `${by} nam de lead over`,
    reached: (by) => `${by} sprak met de lead`,
    'not-reached': (by) => `${by} kreeg de lead niet te pakken`,
    qualify: (by) => `${by} sprak met de lead en kwalificeerde die`,
    opportunity: (by) => `${by} legde een verkoopkans vast`,
  },
  gaveBack: (by, reason) => `${by} gaf de lead terug: ${reason}`,
  won: (by, euros) => `${by} won de klant: ${euros}`,
  lost: (by, reason) => `${by} verloor de lead: ${reason}`,
  reasons: {
    'not-ready': 'nog niet rijp',
    'bad-fit': 'past niet',
    unreachable: 'niet te bereiken',
    duplicate: 'dubbel',
    other: 'een andere reden',
  },
  details: {
    need: 'Behoefte',
    urgency: 'Urgentie',
    buyingStage: 'Koopproces',
    decisionMakers: 'Beslissen mee',
    budget: 'Budget',
    authority: 'Beslist zelf',
    criterion: 'Paste niet',
    note: 'Toelichting',
  },
  buttons: { accept: 'Overnemen', return: 'Teruggeven' },
};

const english: SalesWords = {
  title: 'What sales did',
  forWhom: (name) => `For ${name}`,
  accepted: (by, time) => `Accepted by ${by}, ${time}.`,
  returned: (by, time, reason) => `Returned by ${by}, ${time}: ${reason}.`,
  acts: {
    accept: (by) => `${by} accepted the lead`,
    reached: (by) => `${by} spoke with the lead`,
    'not-reached': (by) => `${by} did not reach the lead`,
    qualify: (by) => `${by} spoke with the lead and qualified it`,
    opportunity: (by) => `${by} recorded an opportunity`,
  },
  gaveBack: (by, reason) => `${by} returned the lead: ${reason}`,
  won: (by, euros) => `${by} won the customer: ${euros}`,
  lost: (by, reason) => `${by} lost the lead: ${reason}`,
  reasons: {
    'not-ready': 'not ready yet',
    'bad-fit': 'does not fit',
    unreachable: 'cannot be reached',
    duplicate: 'duplicate',
    other: 'another reason',
  },
  details: {
    need: 'Need',
    urgency: 'Urgency',
    buyingStage: 'Buying process',
    decisionMakers: 'Also decide',
    budget: 'Budget',
    authority: 'Decides',
    criterion: 'Did not fit',
    note: 'Note',
  },
  buttons: { accept: 'Accept', return: 'Return' },
};

/** The words about sales in a language. */
export function salesWordsIn(language: Language): SalesWords {
  return language === 'nl' ? dutch : english;
}
