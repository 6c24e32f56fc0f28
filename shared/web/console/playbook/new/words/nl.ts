import type { NewWords } from './en.ts';

export const nl: NewWords = {
  title: 'Nieuw',
  aGuide: 'Een gids met formulier en mails',
  aMail: 'Een mail',
  toWrite: 'Nog te schrijven',
  left: (count) => (count === 1 ? '1 tekst te schrijven' : `${count} teksten te schrijven`),
  guide: {
    title: 'Een nieuwe gids',
    intro:
      'Je krijgt van alles meteen een concept, in elke taal: het formulier, de mail die de gids stuurt en om bevestiging van de toestemming vraagt, de mails die volgen en de reeks die ze verstuurt. Er is niets live voor het gepubliceerd is.',
    titleFor: (form) => `Het antwoord op het formulier ${form}`,
    introFor:
      'Je krijgt concepten in elke taal: de mail die het formulier beantwoordt en om bevestiging van de toestemming vraagt, de mails die volgen en de reeks die ze verstuurt. Het formulier blijft zoals het is.',
    called: 'Titel van de gids',
    name: 'Korte naam',
    nameHint:
      'Voor adressen, zoals checklist: het formulier staat dan op /f/checklist. Laat het leeg om hem van de Engelse titel te maken. Later kan hij niet meer anders.',
    nameHintFor:
      'Zo heet de reeks, en de namen van haar mails beginnen ermee. Later kan hij niet meer anders.',
    mails: 'Hoeveel mails er volgen',
    mailsHint: 'Na de mail die de gids stuurt: 0 tot en met 12.',
    days: 'Dagen van de ene tot de volgende',
    daysHint: '1 tot en met 60.',
    subject: 'Waar ze over gaan',
    subjectHint: 'De toestemming belooft mail hierover, en over niets anders.',
    button: 'Maak de concepten',
    wrong: {
      title: 'Schrijf een titel in elke taal: hoogstens 100 tekens, zonder haken, * en `.',
      name: 'Kies een korte naam: hoogstens 30 kleine letters, cijfers en streepjes, met een letter voorop.',
      mails: 'Kies een heel getal van 0 tot en met 12.',
      days: 'Kies een heel getal van 1 tot en met 60.',
      subject: 'Kies een van de onderwerpen.',
      taken: (where) => `Deze naam is bezet: er is al ${where}. Kies een andere.`,
    },
    takenIn: { 'forms.yaml': 'een formulier dat zo heet', 'sequences.yaml': 'een reeks die zo heet' },
    unreadable: (file) => `Er is niets gemaakt: in ${file} staat een fout die eerst hersteld moet worden.`,
  },
  steps: {
    made: 'De concepten staan klaar, zonder fouten. Schrijf ze nu in je eigen woorden, in deze volgorde.',
    intro: (form) => `Wat bij het formulier ${form} hoort, en welke teksten nog zijn zoals ze begonnen.`,
    form: 'Het formulier',
    answer: 'De mail die het beantwoordt',
    after: (delay) => `De mail na ${delay}`,
    sequence: (name) => `De reeks ${name}: welke mail wanneer komt`,
    none: 'Dit formulier wordt nog niet beantwoord.',
    add: 'Maak wat het beantwoordt',
    done: 'geschreven',
    change: 'Bekijken of veranderen',
    home: (link) => `De link ‘${link}’ gaat nog naar de voorpagina.`,
    last: 'Testen en publiceren',
    lastMore: 'Stuur jezelf van elke mail een test, met de knop ernaast. Publiceer dan.',
    publish: 'Naar het publiceren',
    all: 'Alle bestanden',
  },
  confirm: {
    none: 'Dit formulier wordt nog niet beantwoord. Het heeft een mail nodig met de knop om te bevestigen, en de reeks die hem verstuurt.',
    make: 'Bewaar, en maak wat het beantwoordt',
    noMail: 'Een reeks beantwoordt dit formulier, maar geen van haar mails gaat meteen weg (‘gevraagd’):',
    noButton: 'De mail die dit formulier beantwoordt, heeft de knop om te bevestigen nodig:',
  },
  asks: 'Hij heeft de knop waarmee mensen hun toestemming bevestigen',
  asksHint: 'Voor de mail die een formulier beantwoordt.',
  unwritten: (count) =>
    count === 1
      ? 'Eén tekst is nog zoals hij begon. Zo wordt hij gepubliceerd.'
      : `${count} teksten zijn nog zoals ze begonnen. Zo worden ze gepubliceerd.`,
  startingText: 'nog de begintekst',
};
