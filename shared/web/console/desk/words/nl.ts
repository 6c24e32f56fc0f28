import { counted } from '../../../language.ts';
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
  notCorrecting: 'Laat het zo',
  calendar: 'Zet de belafspraak in je agenda',
  call: (name) => `Bel ${name}`,
  lists: {
    mine: { title: 'Mijn leads', empty: 'Je hebt geen open leads. Nieuwe komen per mail en staan dan hier.' },
    open: { title: 'Open overdrachten', empty: 'Alles is overgenomen.' },
    overdue: { title: 'Te laat', empty: 'Niets is te laat.' },
  },
  away: {
    title: 'Als ik er niet ben',
    hint: 'Nieuwe leads gaan op deze dagen naar collega’s.',
    from: 'Eerste dag',
    to: 'Laatste dag',
    save: 'Bewaren',
    period: (from, to) => `${from} tot en met ${to}`,
    back: 'Ik ben er toch',
    done: 'Vastgelegd: op die dagen zijn collega’s aan de beurt.',
    isBack: 'Vastgelegd: je bent weer aan de beurt.',
    days: 'Kies een laatste dag die nog niet voorbij is, en niet vóór de eerste.',
    far: 'Kijk de eerste en de laatste dag na: die kunnen niet meer dan twee jaar van nu zijn.',
    'not-in-team':
      'Het playbook kent niemand van het team onder jouw naam. Vraag een beheerder je te koppelen.',
  },
  pass: {
    title: 'Al mijn leads doorgeven',
    to: 'Aan wie?',
    next: 'Om de beurt aan wie er is',
    why: 'Waarom?',
    button: 'Doorgeven',
    done: (passed, left) => `Doorgegeven: ${passed}. Nog bij jou: ${left}.`,
    nobody: 'Kies een collega die er is.',
  },
  notMade: 'De lijsten worden voor het eerst gemaakt. Kijk over een paar minuten nog eens.',
  count: (shown, total) => {
    const leads = counted('nl', total, { one: 'lead', other: 'leads' });
    return shown === total ? leads : `${shown} van ${leads}`;
  },
  more: 'De volgende',
  next: {
    take: 'overnemen',
    call: 'bellen',
    qualify: 'kwalificeren',
    prove: 'kans bewijzen',
    close: 'offerte',
  },
  doNext: {
    take: 'Antwoorden',
    call: 'Antwoorden',
    qualify: 'Kwalificeren',
    prove: 'Verkoopkans vastleggen',
    close: 'Gewonnen of verloren',
  },
  log: { reached: 'Gesproken', 'not-reached': 'Geen gehoor' },
  logged: 'De contactpoging is vastgelegd.',
  about: (button, name) => `${button}: ${name}`,
  score: (points) => counted('nl', points, { one: 'punt', other: 'punten' }),
  until: 'tot',
  since: 'te laat sinds',
  waits: 'wacht sinds',
  unknown: 'Deze lead is er niet',
  unknownMore: 'Misschien is die gewist.',
};
