import type { Localised } from '../../domain/language.ts';

/** What values a setting can have, each as it follows `it has to be`. */
interface DescriptionWords {
  wholeNumber: string;
  number: string;
  /** The limits of a number; undefined where it has none. */
  range(least: number | undefined, most: number | undefined): string;
  boolean: string;
  text: string;
  characters(most: number): string;
  list: string;
  listOfOne: string;
  /** Of settings with these names, which may be none. */
  group(names: string): string;
  other: string;
  /** Between two of them. */
  or: string;
}

export const descriptionWords: Localised<DescriptionWords> = {
  nl: {
    wholeNumber: 'een heel getal',
    number: 'een getal',
    range: (least, most) => {
      if (least !== undefined && most !== undefined) return ` van ${least} tot en met ${most}`;
      if (least !== undefined) return ` van ${least} of meer`;
      return most === undefined ? '' : ` van hoogstens ${most}`;
    },
    boolean: 'true of false',
    text: 'een tekst',
    characters: (most) => ` van hoogstens ${most} tekens`,
    list: 'een lijst',
    listOfOne: 'een lijst met minstens één regel',
    group: (names) => `een groep instellingen${names === '' ? '' : ` met ${names}`}`,
    other: 'iets anders',
    or: ', of ',
  },
  en: {
    wholeNumber: 'a whole number',
    number: 'a number',
    range: (least, most) => {
      if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
      if (least !== undefined) return `, ${least} or more`;
      return most === undefined ? '' : `, at most ${most}`;
    },
    boolean: 'true or false',
    text: 'a text',
    characters: (most) => ` of at most ${most} characters`,
    list: 'a list',
    listOfOne: 'a list of at least one',
    group: (names) => `a group of settings${names === '' ? '' : ` with ${names}`}`,
    other: 'something else',
    or: ', or ',
  },
};
