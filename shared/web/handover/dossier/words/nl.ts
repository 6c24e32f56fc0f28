import { counted } from '../../../language.ts';
import type { DossierWords } from './en.ts';

const points = (count: number) => counted('nl', count, { one: 'punt', other: 'punten' });

export const nl: DossierWords = {
  person: (name, company) => `${name} van ${company}`,
  dayAndTime: (day, time) => `${day} om ${time}`,
  headline: {
    threshold: (who) => `${who} is rijp voor een gesprek`,
    'hand-raiser': (who) => `${who} wil met je praten`,
    stalled: (who) => `${who} is al een tijd warm. Vraag eens waarom`,
  },
  late: {
    mark: '(te laat)',
    line: (since) => `Dit had er op ${since} moeten zijn, maar is vertraagd.`,
  },
  repeat: {
    mark: '(mogelijk al verstuurd)',
    line: 'Vlak na een eerdere poging ging er iets mis; daarom voor de zekerheid nog een keer.',
  },
  points,
  fit: { good: 'Past goed', bad: 'Past niet goed', unknown: 'Nog niet bekend of het past' },
  verdict: { good: 'past goed', bad: 'past niet goed', unknown: 'nog niet bekend' },
  fitReasons: {
    'business-mail': (value) => `een zakelijk adres bij ${value}`,
    'free-mail': (value) => `een gratis mailadres bij ${value}`,
    'excluded-domain': (value) => `${value} staat op de lijst van domeinen die niet passen`,
    'student-domain': (value) => `bij ${value} hebben studenten hun adres`,
    employees: (value) => counted('nl', value, { one: 'medewerker', other: 'medewerkers' }),
    'employees-unknown': () => 'aantal medewerkers nog niet bekend',
    'job-title': (value) => `functie ${value}`,
    sector: (value) => `sector ${value}`,
    country: (value) => `land ${value}`,
    postcode: (value) => `postcode ${value}`,
    answer: (value, label) => `${label}: ${value}`,
    'answer-unknown': (_, label) => `${label} nog niet bekend`,
    sales: () => 'Sales sprak deze lead, en zegt dat die niet past',
  },
  doesNotFit: (what) => `${what} (past niet)`,
  worthIt: 'Vroeg zelf om contact, en verdient dus een antwoord.',
  titles: {
    why: 'Waarom nu',
    alsoSaid: 'Ook gezegd',
    sales: 'Wat sales deed',
    asked: 'Aangevraagd',
    read: 'Gelezen',
    mailed: 'Mails',
    did: 'Deed ook',
    score: 'Hoe de score is opgebouwd',
    unknown: 'Nog niet bekend',
    good: 'Goed om te weten',
  },
  closed: {
    bounce: (time) => `weigerde onze mail op ${time}: bel, of vraag een ander adres`,
    complaint: (time) => `meldde onze mail op ${time} als spam: we sturen niets meer`,
  },
  labels: { phone: 'Telefoon', email: 'E-mail', company: 'Bedrijf', fit: 'Klantprofiel' },
  why: {
    threshold: ({ threshold, score, time }) =>
      `Ging op ${time} over de drempel van ${points(threshold)} en stond toen op ${score}.`,
    reached: ({ name, points: own, threshold, time }) =>
      `Haalde op ${time} de drempel van ${name}: ${points(own)}, en ${threshold} is genoeg.`,
    'hand-raiser': ({ time }) => `Vroeg op ${time} om contact met een mens.`,
    stalled: ({ time }) => `Al lang geïnteresseerd, maar komt niet verder. Op ${time} aan jou aangeboden.`,
  },
  unconfirmed: {
    mark: 'Niet bevestigd',
    raised: 'Geen klik in een mail bevestigde dat dit van de eigenaar van het adres komt.',
    points:
      'De drempel is alleen gehaald met punten van formulieren en browsers die geen klik in een mail bevestigde.',
    check: 'Iedereen kan een adres intypen: ga na of je de juiste persoon spreekt.',
    part: (count: number) =>
      `${points(count)} daarvan ${count === 1 ? 'komt' : 'komen'} van formulieren en browsers die geen klik in een mail bevestigde.`,
    ofRule: (count: number) => `${points(count)} niet bevestigd`,
  },
  alsoSaid: {
    intro: 'Dit is anders dan wat hierboven staat. Het telt niet mee, maar kan wel kloppen.',
    form: (name: string) => `formulier ${name}`,
    notConfirmed: 'niet bevestigd',
  },
  rank: {
    chance: (part, whole) => `Van leads als deze werd ongeveer ${part} op de ${whole} klant.`,
    tooFew: (ended, enough) =>
      `Gekozen op fit en score: er zijn nog te weinig uitkomsten om de kans te kennen (${ended} van ${enough}).`,
    uneven: (won, lost) =>
      `Gekozen op fit en score: bijna alle leads liepen hetzelfde af, dus de kans is niet bekend (${won} gewonnen, ${lost} verloren).`,
  },
  lastSteps: 'De laatste stappen daarvoor:',
  scoreOf: (total, cap, threshold) =>
    `Nu ${total} van ${cap}; vanaf ${threshold} is een lead rijp om te bellen.`,
  otherScore: ({ name, points: own, threshold }) => `${name}: ${own}, rijp vanaf ${threshold}.`,
  cut: {
    cap: (count) => `${points(count)} daarboven ${count === 1 ? 'telt' : 'tellen'} niet mee.`,
    floor: (count) => `Een score komt nooit onder 0: anders was hij ${points(count)} lager.`,
  },
  stayed: (time) => `bleef ${time}`,
  askFor: 'Mooi om in het gesprek te vragen.',
  decides: (labels) => `Beslist of het past: ${labels}.`,
  mail: (opened, clicks) => {
    if (clicks === 0) return 'Opende een mail';
    const clicked = clicks === 1 ? 'klikte op een link' : `klikte op ${clicks} links`;
    return opened ? `Opende een mail en ${clicked}` : `In een mail: ${clicked}`;
  },
  permission: {
    granted: (wording, time) => `Gaf toestemming op ${time}: “${wording}”`,
    pending: (wording, time) =>
      `Vinkte dit aan op ${time}, en geen klik in een mail bevestigde het: “${wording}”`,
  },
  noPermission: {
    none: 'Gaf geen toestemming voor marketingmail: beantwoord de vraag, zet het adres niet op een lijst.',
    withdrawn: 'Krijgt geen marketingmail meer: beantwoord de vraag, zet het adres niet op een lijst.',
  },
  knownSince: (time) => `Bekend sinds ${time}.`,
  answerBefore: (time) => `Afspraak met marketing: pak dit op vóór ${time}.`,
  unproven: 'verstuurd zonder het werk waarmee browsers laten zien dat ze geen robot zijn',
  more: (count) => `en nog ${count}, eerder`,
  buttons: {
    console: 'Open in de console',
    open: 'Open het dossier',
    accept: 'Overnemen',
    return: 'Teruggeven',
  },
  sentBecause: 'Je krijgt dit bericht omdat je adres op de saleslijst van Kansrijk staat.',
  route: {
    account: 'beheert dit bedrijf',
    again: 'had deze lead eerder',
    company: 'heeft al collega’s van deze lead',
    turn: 'is aan de beurt',
    postcode: (range) => `postcode ${range}`,
    employeesFrom: (from) => `vanaf ${from} medewerkers`,
    employeesTo: (to) => `tot en met ${to} medewerkers`,
    employees: (from, to) => `${from}–${to} medewerkers`,
    form: (name) => `formulier ${name}`,
    page: (path) => `bezocht ${path}`,
    field: (name) => `antwoord op ${name}`,
    score: (name) => `voor ${name}`,
  },
  forWhom: (name) => `Voor ${name}`,
  accepted: (by, time) => `Overgenomen door ${by}, ${time}.`,
  returned: (by, time, reason) => `Teruggegeven door ${by}, ${time}: ${reason}.`,
  actions: {
    accept: (by) => `${by} nam de lead over`,
    reached: (by) => `${by} sprak met de lead`,
    'not-reached': (by) => `${by} kreeg de lead niet te pakken`,
    qualify: (by) => `${by} sprak met de lead en kwalificeerde die`,
    opportunity: (by) => `${by} legde een verkoopkans vast`,
    return: (by, reason) => `${by} gaf de lead terug: ${reason}`,
    won: (by, amount) => `${by} won de klant: ${amount}`,
    lost: (by, reason) => `${by} verloor de lead: ${reason}`,
    reopen: (by, reason) => `${by} heropende de lead: ${reason}`,
    assign: (by, to) => `${by} gaf de lead aan ${to}`,
    note: (by, text) => `${by} noteerde: ${text}`,
    'call-back': (by, time) => `${by} plande een belafspraak: ${time}`,
    correction: (text) => `Correctie: ${text}`,
    corrected: 'later gecorrigeerd',
    undone: 'later teruggedraaid',
  },
  returnReasons: {
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
};
