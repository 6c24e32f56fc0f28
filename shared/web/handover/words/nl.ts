import type { HandoverWords } from './en.ts';

const over = 'Deze overdracht is voorbij';

export const nl: HandoverWords = {
  score: 'Bekijk de regels',
  errors: {
    erased: {
      title: over,
      text: 'De gegevens van deze persoon zijn gewist. Er is niets meer te doen.',
    },
    replaced: {
      title: over,
      text: 'De lead is daarna opnieuw overgedragen. Open de link uit het nieuwste bericht.',
    },
    expired: {
      title: 'Deze link is verlopen',
      text: 'Een link naar een overdracht werkt een beperkte tijd. Wat er daarna met de lead gebeurt, leg je vast in je eigen systeem.',
    },
    unknown: {
      title: 'Deze overdracht kennen we niet',
      text: 'Waarschijnlijk is de link niet helemaal meegekomen. Open hem nog eens vanuit de mail of Slack.',
    },
    unavailable: {
      title: 'Dat lukt nu even niet',
      text: 'Er ging bij ons iets mis. Probeer het zo nog een keer; twee keer versturen kan geen kwaad.',
    },
    unreadable: {
      title: 'Dit bericht konden we niet lezen',
      text: 'Er is niets vastgelegd. Ga terug, maak de tekst korter en verstuur het nog een keer.',
    },
  },
  tryAgain: 'Probeer het opnieuw',
  answer: 'Jouw antwoord',
  actions: {
    accept: { title: 'Ik neem deze lead over', button: 'Lead overnemen' },
    return: { title: 'Teruggeven aan marketing', button: 'Lead teruggeven' },
    call: { title: 'Contactpoging vastleggen', button: 'Leg vast' },
    qualify: {
      title: 'Ik heb de lead gesproken',
      button: 'Lead kwalificeren',
      hint: 'De lead kent zijn probleem, heeft over het resultaat nagedacht en wil het oplossen.',
    },
    opportunity: {
      title: 'Dit is een verkoopkans',
      button: 'Verkoopkans vastleggen',
      hint: 'Drie bewijzen, elk in woorden of met een link. Een gevoel telt niet.',
    },
    won: { title: 'Gewonnen', button: 'Klant vastleggen' },
    lost: { title: 'Verloren', button: 'Verlies vastleggen' },
  },
  fields: {
    by: { label: 'Jouw naam' },
    name: { label: 'Naam, als je er niet bij staat' },
    reason: { label: 'Waarom?' },
    criterion: {
      label: 'Wat paste niet?',
      hint: 'Alleen bij ‘past niet’. Dan ziet marketing of het klantprofiel dit had kunnen tegenhouden.',
    },
    value: { label: 'Hoe is het echt?', hint: 'Bijvoorbeeld: 3 medewerkers.' },
    note: { label: 'Toelichting' },
    outcome: { label: 'Kreeg je iemand te pakken?' },
    need: { label: 'Concrete behoefte' },
    urgency: { label: 'Hoe dringend?' },
    buyingStage: { label: 'Hoe ver in het eigen koopproces?' },
    decisionMakers: { label: 'Wie beslist er nog meer mee?' },
    budget: { label: 'Is er budget?' },
    needProof: { label: 'Aangetoonde behoefte', hint: 'Wat zei of schreef de lead?' },
    budgetProof: { label: 'Gecontroleerd budget', hint: 'Hoeveel, en van wie weet je dat?' },
    authorityProof: { label: 'Bewijs dat de lead beslist', hint: 'Of de beslissing duidelijk beïnvloedt.' },
    amount: { label: 'Waarde in euro’s', hint: 'Bijvoorbeeld 12.500' },
    lostReason: { label: 'Waarom ging het niet door?' },
  },
  optional: 'mag leeg blijven',
  choose: 'Kies',
  somebodyElse: 'Iemand anders',
  reasons: {
    'not-ready': { label: 'Nog niet rijp', becomes: 'Marketing houdt de lead warm.' },
    'bad-fit': { label: 'Past niet bij ons', becomes: 'Komt niet terug, tenzij de lead er zelf om vraagt.' },
    unreachable: { label: 'Niet te bereiken', becomes: 'Komt terug na nieuwe activiteit.' },
    duplicate: { label: 'Dubbel', becomes: 'Deze persoon hebben we al onder een ander adres.' },
    other: { label: 'Iets anders', becomes: 'Schrijf het hieronder.' },
  },
  outcomes: { reached: 'Ja, gesproken', 'not-reached': 'Nee, nog niet' },
  email: 'E-mailadres',
  problems: {
    missing: 'Vul dit in.',
    choose: 'Kies een van de mogelijkheden.',
    long: 'Maak dit korter.',
    amount: 'Schrijf een bedrag, zoals 12.500 of 12500,50.',
  },
  notYet: 'Nog niet vastgelegd. Kijk dit even na:',
  stages: {
    name: 'een naam',
    lead: 'weer bij marketing',
    mql: 'overgedragen, nog niet overgenomen',
    sal: 'overgenomen',
    sql: 'gekwalificeerd',
    opportunity: 'een verkoopkans',
    customer: 'klant',
    lost: 'verloren',
  },
  notices: {
    done: (what) => `Vastgelegd: ${what}.`,
    repeated: (what) => `Dit was al vastgelegd: ${what}.`,
    taken: (by, time) => `Al overgenomen door ${by}, ${time}.`,
    returned: (by, time) => `Al teruggegeven door ${by}, ${time}.`,
    impossible: (stage) => `Dat kan nu niet: deze lead is ${stage}.`,
    nothing: 'Jouw antwoord is niet vastgelegd.',
    nothingMore: 'Je hoeft hier niets meer te doen.',
  },
};
