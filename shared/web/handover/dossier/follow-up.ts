import type { Language } from '../../../domain/language.ts';

/** Why sales is told of a lead again: it has not answered, or the lead asks for it once more. */
export type FollowUp =
  | {
      kind: 'reminder' | 'manager';
      /** How long an answer is awaited, and how long it may take, in working hours. */
      waited: number;
      agreed: number;
      /** How many of these a working day has. */
      aDay: number;
      /** When it was handed over, and when the manager is told, as they are said. */
      since: string;
      managerAt: string;
      /** Whom it is for. */
      person?: string;
    }
  | { kind: 'raised'; person?: string; isAnswered: boolean; isCustomer: boolean };

/** What a notification says besides the dossier. */
export interface FollowUpLines {
  headline: string;
  notice: string;
  /** What happens next; absent when the agreement says it. */
  next?: string;
  /** Why somebody gets this, when it is not as one of sales. */
  sentBecause?: string;
}

/** What is said on an occasion about who the lead is. */
export function followUpLines(language: Language, occasion: FollowUp, who: string): FollowUpLines {
  return language === 'nl' ? inDutch(occasion, who) : inEnglish(occasion, who);
}

function inDutch(occasion: FollowUp, who: string): FollowUpLines {
  if (occasion.kind === 'raised') {
    const { person, isAnswered, isCustomer } = occasion;
    return {
      headline: `${who} vraagt opnieuw om contact`,
      notice: isCustomer
        ? `Deze klant hoort bij ${person ?? 'sales'}.`
        : `Deze lead is al overgedragen${person ? ` aan ${person}` : ''}.`,
      ...(isAnswered && { next: 'Neem contact op. Er komt geen nieuwe overdracht: je hebt deze lead al.' }),
    };
  }
  const { kind, waited, agreed, aDay, since, managerAt, person } = occasion;
  const hours = spanOf(aDay, { day: ['werkdag', 'werkdagen'], hour: ['werkuur', 'werkuren'], and: 'en' });
  const notice = `Wacht al ${hours(waited)} op een antwoord, sinds ${since}. Afgesproken is: binnen ${hours(agreed)}.`;
  return kind === 'reminder'
    ? {
        headline: `Herinnering: ${who} wacht op antwoord`,
        notice,
        next: `Neem de lead over, of geef hem terug met een reden. Is er op ${managerAt} nog geen antwoord, dan hoort de manager het.`,
      }
    : {
        headline: `Nog niet opgepakt: ${who}`,
        notice: `${notice} Sales kreeg een herinnering.`,
        next: `Vraag ${person ?? 'sales'} om een antwoord, of beantwoord de overdracht zelf. Hierna volgt geen herinnering meer.`,
        sentBecause:
          'Je krijgt dit bericht omdat je in Kansrijk staat als de manager die het hoort als sales niet antwoordt.',
      };
}

function inEnglish(occasion: FollowUp, who: string): FollowUpLines {
  if (occasion.kind === 'raised') {
    const { person, isAnswered, isCustomer } = occasion;
    return {
      headline: `${who} asks for contact again`,
      notice: isCustomer
        ? `This customer belongs to ${person ?? 'sales'}.`
        : `This lead was handed over${person ? ` to ${person}` : ''} already.`,
      ...(isAnswered && {
        next: 'Get in touch. There will be no new hand-over: you have this lead already.',
      }),
    };
  }
  const { kind, waited, agreed, aDay, since, managerAt, person } = occasion;
  const hours = spanOf(aDay, {
    ...{ day: ['working day', 'working days'], hour: ['working hour', 'working hours'], and: 'and' },
  });
  const notice = `Has been waiting for an answer for ${hours(waited)}, since ${since}. The agreement is: within ${hours(agreed)}.`;
  return kind === 'reminder'
    ? {
        headline: `Reminder: ${who} awaits an answer`,
        notice,
        next: `Accept the lead, or return it with a reason. Without an answer by ${managerAt}, the manager is told.`,
      }
    : {
        headline: `Not taken up yet: ${who}`,
        notice: `${notice} Sales was reminded.`,
        next: `Ask ${person ?? 'sales'} for an answer, or answer the hand-over yourself. There will be no other reminder.`,
        sentBecause:
          'You get this message because Kansrijk knows you as the manager who hears when sales does not answer.',
      };
}

type OneOrMore = readonly [string, string];

/** Tells working hours as `2 working days and 3 working hours`. */
function spanOf(
  aDay: number,
  { day, hour, and }: { day: OneOrMore; hour: OneOrMore; and: string },
): (hours: number) => string {
  const counted = (count: number, [one, more]: OneOrMore) => `${count} ${count === 1 ? one : more}`;
  return (hours) => {
    const days = Math.floor(hours / aDay);
    const rest = Math.floor(hours - days * aDay);
    const parts = [
      ...(days > 0 ? [counted(days, day)] : []),
      ...(rest > 0 || days === 0 ? [counted(rest, hour)] : []),
    ];
    return parts.join(` ${and} `);
  };
}
