import { fitInDutch } from '../fit-text.ts';
import type { Words } from '../words.ts';

const points = (count: number) => `${count} ${count === 1 ? 'punt' : 'punten'}`;

export const dutch: Words = {
  locale: 'nl-NL',
  person: (name, company) => (company === undefined ? name : `${name} van ${company}`),
  headline: {
    threshold: (who) => `${who} is rijp voor een gesprek`,
    'hand-raiser': (who) => `${who} wil met je praten`,
    stalled: (who) => `${who} is al een tijd warm. Vraag eens waarom`,
  },
  repeat: {
    mark: '(mogelijk al verstuurd)',
    line: 'Vlak na een eerdere poging ging er iets mis; daarom voor de zekerheid nog een keer.',
  },
  points,
  fit: { good: 'Past goed', bad: 'Past niet goed', unknown: 'Nog niet bekend of het past' },
  verdict: { good: 'past goed', bad: 'past niet goed', unknown: 'nog niet bekend' },
  fitReason: fitInDutch,
  worthIt: 'Vroeg zelf om contact, en verdient dus een antwoord.',
  titles: {
    why: 'Waarom nu',
    who: 'Wie het is',
    asked: 'Aangevraagd',
    read: 'Gelezen',
    mailed: 'Mails',
    did: 'Deed ook',
    score: 'Hoe de score is opgebouwd',
    unknown: 'Nog niet bekend',
    good: 'Goed om te weten',
  },
  labels: { phone: 'Telefoon', email: 'E-mail', company: 'Bedrijf', fit: 'Klantprofiel' },
  sentIn: (form, time) => (form === undefined ? time : `${form}, ${time}`),
  why: {
    threshold: ({ threshold, score, time }) =>
      `Ging op ${time} over de drempel van ${points(threshold)} en stond toen op ${score}.`,
    'hand-raiser': ({ time }) => `Vroeg op ${time} om contact met een mens.`,
    stalled: ({ time }) => `Al lang geïnteresseerd, maar komt niet verder. Op ${time} aan jou aangeboden.`,
  },
  lastSteps: 'De laatste stappen daarvoor:',
  scoreOf: (total, cap, threshold) =>
    `Nu ${total} van ${cap}; vanaf ${threshold} is een lead rijp om te bellen.`,
  askFor: 'Mooi om in het gesprek te vragen.',
  decides: (labels) => `Beslist of het past: ${labels}.`,
  mail: (opened, clicks) => {
    if (clicks === 0) return 'Opende een mail';
    const clicked = clicks === 1 ? 'klikte op een link' : `klikte op ${clicks} links`;
    return opened ? `Opende een mail en ${clicked}` : `In een mail: ${clicked}`;
  },
  permission: (wording, time) => `Gaf toestemming op ${time}: “${wording}”`,
  noPermission:
    'Gaf geen toestemming voor marketingmail: beantwoord de vraag, zet het adres niet op een lijst.',
  knownSince: (time) => `Bekend sinds ${time}.`,
  answerBefore: (time) => `Afspraak met marketing: pak dit op vóór ${time}.`,
  more: (count) => `en nog ${count}, eerder`,
  button: 'Open het dossier',
  sentBecause: 'Je krijgt dit bericht omdat je adres op de saleslijst van Kansrijk staat.',
};
