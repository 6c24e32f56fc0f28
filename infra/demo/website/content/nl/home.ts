import { ourCompany } from '../../../our-company.ts';
import type { home as en } from '../en/home.ts';

export const home: typeof en = {
  title: 'Liever tien goede gesprekken dan duizend adressen',
  description: `${ourCompany.name} laat zien welke bezoekers van je website bij je passen en toe zijn aan een gesprek, en zegt het op dat moment tegen sales.`,
  intro: `${ourCompany.name} laat zien wie je website bezoekt, wie bij je past en wie toe is aan een gesprek. Sales hoort het precies op dat moment, met de reden erbij.`,
  tryDemo: 'Probeer de demo',
  steps: {
    title: 'Van bezoek naar telefoontje in vier stappen',
    list: [
      {
        title: 'Iemand leest',
        text: `Na toestemming onthoudt ${ourCompany.name} welke pagina’s een bezoeker leest en welke gidsen hij aanvraagt.`,
      },
      {
        title: 'Interesse krijgt een getal',
        text: 'Elke pagina, elk formulier en elke mail levert punten op die je zelf bepaalt. Na negentig dagen vervallen ze.',
      },
      {
        title: 'De drempel wordt gehaald',
        text: 'Wie bij je profiel past en over de drempel komt, gaat naar sales. Eén keer, en nooit een naam zonder bewijs.',
      },
      {
        title: 'Sales belt, goed voorbereid',
        text: 'Het dossier zegt wie het is, wat er gelezen is en waarom nu. De eerste zin van het gesprek ligt klaar.',
      },
    ],
  },
  matrix: {
    title: 'Twee vragen, één beeld',
    text: 'Past deze lead bij ons? En is hij eraan toe? Marketing houdt de onderste rij zo leeg mogelijk. Sales werkt de gekleurde vakken af en laat de rest met rust, want die is nog niet aan de beurt.',
    ready: ['Nog niet', 'Rijp', 'Steekt hand op'],
    fit: ['Past', 'Past niet'],
    cells: ['Blijven voeden', 'Vandaag bellen', 'Nu bellen', 'Loslaten', 'Loslaten', 'Netjes helpen'],
  },
  agreement: {
    title: 'Wat er verandert tussen marketing en sales',
    list: [
      {
        title: 'Eén definitie',
        text: 'Wat een goede lead is staat in één bestand dat ze samen schreven, niet in twee hoofden.',
      },
      {
        title: 'Een weg terug',
        text: 'Sales geeft een lead terug met een reden. “Nog niet rijp” zet hem terug bij marketing en scherpt de definitie aan.',
      },
      {
        title: 'Geen ruzie over scores',
        text: 'Achter elk getal staat een lijst die iedereen kan lezen: wat er gebeurde, wanneer, en hoeveel punten het gaf.',
      },
    ],
  },
  guides: {
    title: 'Leer eerst het vak',
    text: 'Zes korte gidsen over passen, timing en toestemming. Zonder formulier ervoor.',
    all: 'Alle gidsen',
  },
  closing: {
    title: 'Benieuwd welke bezoekers er bij jou rijp zijn?',
    text: 'Vertel wat je verkoopt en aan wie. Dan laten we zien hoe je eerste draaiboek eruit kan zien.',
  },
  picture: {
    name: 'Noor de Wit',
    job: 'Hoofd marketing, Acme',
    ready: 'Klaar om te bellen',
    lines: [
      ['Whitepaper aangevraagd', '+2'],
      ['Vier gidsen gelezen', '+8'],
      ['Demo afgemaakt', '+12'],
      ['Vandaag weer bij prijzen', '+3'],
    ],
  },
};
