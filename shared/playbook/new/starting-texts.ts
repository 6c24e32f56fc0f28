import type { Localised } from '../../domain/language.ts';

/** What a new text says in the place of words that only its writer knows: each asks to be written over. */
export const startingTexts = {
  preheader: {
    nl: 'Schrijf hier in één zin wat iemand in deze mail vindt.',
    en: 'Write here in one sentence what people find in this mail.',
  },
  sending: {
    nl: 'Schrijf hier wat je meestuurt, en wat iemand er vandaag mee kan doen.',
    en: 'Write here what you are sending, and what people can do with it today.',
  },
  readGuide: { nl: '[Lees de gids]({{ website }}/nl/)', en: '[Read the guide]({{ website }}/)' },
  beginWith: {
    nl: 'Schrijf hier waar iemand begint die maar tien minuten heeft.',
    en: 'Write here where people begin who have only ten minutes.',
  },
  idea: {
    nl: 'Schrijf hier één idee dat iemand vandaag kan gebruiken.',
    en: 'Write here one idea that people can use today.',
  },
  intro: {
    nl: 'Schrijf hier in twee zinnen wat iemand krijgt, en waarom dat de moeite waard is.',
    en: 'Write here in two sentences what people get, and why it is worth their while.',
  },
} as const satisfies Record<string, Localised>;

const all = Object.values(startingTexts).flatMap((text) => Object.values(text));

/** Which of the starting texts still stand in a text, in their order. */
export function startingTextsIn(text: string): string[] {
  return all
    .filter((one) => text.includes(one))
    .sort((one, other) => text.indexOf(one) - text.indexOf(other));
}
