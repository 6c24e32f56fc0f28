import type { LinkWords } from './en.ts';

export const nl: LinkWords = {
  unknown: {
    title: 'Deze link werkt niet',
    text: 'Waarschijnlijk is hij niet helemaal meegekomen, of is de mail gewist.',
  },
  unavailable: {
    title: 'Deze link doet het even niet',
    text: 'Probeer het over een paar seconden opnieuw.',
  },
};
