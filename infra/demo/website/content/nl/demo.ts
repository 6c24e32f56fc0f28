import { ourCompany } from '../../../our-company.ts';
import type { demo as en } from '../en/demo.ts';

export const demo: typeof en = {
  title: 'Zie een bezoek een telefoontje worden',
  description:
    'Zes stappen met voorbeelddata, in zo’n vier minuten. Niets te installeren en geen formulier ervoor.',
  progress: 'Stap',
  done: {
    title: 'Dat was het',
    text: 'Je zag de weg van een bezoek naar een gesprek met een antwoord. Met je eigen pagina’s en punten ziet het er anders uit, en dat is de bedoeling.',
    action: 'Laat het zien met onze eigen pagina’s',
  },
  threshold: {
    label: 'Bellen vanaf zoveel punten',
    result: 'Vanaf {threshold} punten belt sales {ready} van deze {all} leads.',
  },
  steps: [
    {
      id: 'tracker',
      title: 'Zet één regel op je website',
      text: `Het script wacht op toestemming. Dan pas weet ${ourCompany.name} dat iemand terugkwam.`,
      action: 'De regel staat erop',
      detail: [
        ['Voor toestemming', 'Niets bewaard, niets verstuurd'],
        ['Na toestemming', 'Een willekeurig nummer in de browser'],
        ['Na intrekken', 'Alles weg'],
      ],
    },
    {
      id: 'points',
      title: 'Bepaal wat interesse waard is',
      text: 'Wie prijzen vergelijkt is dichter bij een gesprek dan wie het nieuws leest. Zeg dat in punten.',
      action: 'Deze punten kloppen',
      detail: [
        ['Een pagina', '1 punt'],
        ['Een gids', '2 punten'],
        ['Prijzen of demo', '3 punten'],
        ['Een formulier', '2 punten'],
      ],
    },
    {
      id: 'threshold',
      title: 'Trek de grens samen met sales',
      text: 'Een lage grens geeft veel telefoontjes en weinig gesprekken. Bij een hoge blijven mensen wachten. Schuif en kijk.',
      action: 'Dit is onze grens',
      detail: [],
    },
    {
      id: 'crossing',
      title: 'Zie iemand eroverheen gaan',
      text: 'Noor komt deze week voor de derde keer terug. Ze opent de prijzen, en dat was het laatste punt dat ze nodig had.',
      action: 'Zeg het tegen sales',
      detail: [
        ['Maandag', '38 punten'],
        ['Woensdag', '65 punten'],
        ['Vandaag', '81 punten: over de grens'],
        ['Past', 'Ja: 140 medewerkers, zakelijk adres'],
      ],
    },
    {
      id: 'dossier',
      title: 'Lees wat sales leest',
      text: 'Het bericht bevat alles voor een eerste zin, en niets wat sales eerst moet opzoeken.',
      action: 'Bel haar',
      detail: [
        ['Wie', 'Noor de Wit, hoofd marketing bij Acme'],
        ['Waarom nu', 'Maakte de demo af en las daarna de prijzen'],
        ['Aangevraagd', 'Whitepaper, 2 maart'],
        ['Gelezen', 'Passen, scoren, overdracht'],
      ],
    },
    {
      id: 'answer',
      title: 'Laat sales antwoorden',
      text: 'Sales neemt de lead over, of geeft hem terug met een reden. Van allebei leer je iets over je grens.',
      action: 'Neem de lead over',
      detail: [
        ['Overnemen', 'De lead is nu van sales'],
        ['Nog niet rijp', 'Terug naar marketing, tot er iets nieuws gebeurt'],
        ['Past niet', 'Het profiel verdient een tweede blik'],
      ],
    },
  ],
};
