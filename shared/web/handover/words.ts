import type { Language } from '../dossier/words.ts';

interface PageWords {
  score: string;
  gone: { title: string; text: string };
  unknown: { title: string; text: string };
  unavailable: { title: string; text: string };
}

/** What the page of a hand-over says besides the dossier. */
export const pageWords: Readonly<Record<Language, PageWords>> = {
  nl: {
    score: 'Bekijk de regels',
    gone: {
      title: 'Deze overdracht is voorbij',
      text: 'De lead is intussen afgehandeld, of heeft gevraagd om alle gegevens te wissen.',
    },
    unknown: {
      title: 'Deze overdracht kennen we niet',
      text: 'Waarschijnlijk is de link niet helemaal meegekomen. Open hem nog eens vanuit de mail of Slack.',
    },
    unavailable: {
      title: 'Het dossier is even niet te lezen',
      text: 'Er ging bij ons iets mis. Probeer het over een minuut nog een keer.',
    },
  },
  en: {
    score: 'See the rules',
    gone: {
      title: 'This hand-over is over',
      text: 'The lead has been dealt with since, or asked to have all its data erased.',
    },
    unknown: {
      title: 'We do not know this hand-over',
      text: 'The link probably did not come along whole. Open it again from the mail or from Slack.',
    },
    unavailable: {
      title: 'The dossier cannot be read right now',
      text: 'Something went wrong on our side. Please try again in a minute.',
    },
  },
};
