import type { FollowUpWords } from './en.ts';

export const nl: FollowUpWords = {
  crowd: {
    hand: {
      headline: (people) => `${people} mensen willen met je praten`,
      why: 'Binnen een uur vroegen veel mensen om contact. Daarom staan deze samen in één bericht.',
    },
    reminder: {
      headline: (leads) => `Herinnering: ${leads} leads wachten op antwoord`,
      why: 'Binnen een uur verstreek voor veel leads de tijd om te antwoorden. Daarom staan deze samen in één bericht. Neem elke lead over, of geef hem terug met een reden.',
    },
    manager: {
      headline: (leads) => `Nog niet opgepakt: ${leads} leads`,
      why: 'Veel leads hebben nog geen antwoord, al kreeg sales een herinnering. Daarom staan deze samen in één bericht. Vraag degene voor wie ze zijn om een antwoord, of beantwoord de overdrachten zelf. Hierna volgt geen herinnering meer.',
    },
  },
  raised: {
    headline: (who) => `${who} vraagt opnieuw om contact`,
    isCustomer: (person) => `Deze klant hoort bij ${person}.`,
    isHandedOver: 'Deze lead is al overgedragen.',
    isHandedOverTo: (person) => `Deze lead is al overgedragen aan ${person}.`,
    next: 'Neem contact op. Er komt geen nieuwe overdracht: je hebt deze lead al.',
  },
  assigned: {
    headline: (by, who, to) => `${by} gaf ${who} aan ${to}`,
    reason: (why) => `Waarom: ${why}`,
    noReason: 'Er staat geen reden bij.',
    sentBecause: (by) => `Je krijgt dit omdat ${by} deze lead aan jou gaf.`,
  },
  callDue: {
    headline: (who) => `Bel ${who}`,
    notice: (time) => `Deze belafspraak stond gepland voor ${time}.`,
    next: 'Leg het gesprek daarna vast, dan is het klaar.',
    sentBecause: (person) => `Je krijgt dit omdat ${person} deze lead heeft.`,
  },
  overdue: {
    sales: 'sales',
    day: { one: 'werkdag', other: 'werkdagen' },
    hour: { one: 'werkuur', other: 'werkuren' },
    waits: (waited, since) => `Wacht al ${waited} op een antwoord, sinds ${since}.`,
    agreed: (agreed) => `Afgesproken is: binnen ${agreed}.`,
    reminder: {
      headline: (who) => `Herinnering: ${who} wacht op antwoord`,
      answer: 'Neem de lead over, of geef hem terug met een reden.',
      escalates: (managerAt) => `Is er op ${managerAt} nog geen antwoord, dan hoort de manager het.`,
    },
    manager: {
      headline: (who) => `Nog niet opgepakt: ${who}`,
      wasReminded: 'Sales kreeg een herinnering.',
      next: (person) =>
        `Vraag ${person} om een antwoord, of beantwoord de overdracht zelf. Hierna volgt geen herinnering meer.`,
      sentBecause:
        'Je krijgt dit bericht omdat je in Kansrijk staat als de manager die het hoort als sales niet antwoordt.',
    },
  },
};
