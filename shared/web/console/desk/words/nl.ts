import type { DeskWords } from './en.ts';

export const nl: DeskWords = {
  answer: (name) => `Antwoord: ${name}`,
  toLead: 'Naar de lead',
  stage: (stage) => `Deze lead is ${stage}.`,
  told: 'Wat sales deed',
  nothing: 'Nog niets.',
  correct: 'Corrigeer',
  correctThis: (what) => `Corrigeer: ${what}`,
  correcting: 'Je corrigeert:',
  notCorrecting: 'Toch niet',
  calendar: 'Zet de belafspraak in je agenda',
  call: (name) => `Bel ${name}`,
  unknown: 'Deze lead is er niet',
  unknownMore: 'Misschien is die gewist.',
};
