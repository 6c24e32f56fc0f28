import type { PictureWords } from './en.ts';

export const nl: PictureWords = {
  title: 'Afbeeldingen',
  intro:
    'Afbeeldingen die mails, formulieren en pagina’s kunnen tonen. Wat je hier verandert hoort bij het gedeelde concept.',
  none: 'Er zijn nog geen afbeeldingen.',
  picture: 'Afbeelding',
  name: 'Naam',
  size: 'Grootte',
  sizes: (width, height, kilobytes) => `${width} × ${height} pixels, ${kilobytes} KB`,
  usedIn: 'Waar hij gebruikt wordt',
  unused: 'Nergens',
  use: 'Zo gebruik je hem in een mail',
  whatItShows: 'wat erop staat',
  remove: 'Verwijder',
  removeThis: (name) => `Verwijder ${name}`,
  published: 'Gepubliceerd:',
  putBackButton: 'Zet de gepubliceerde terug',
  putBackThis: (name) => `Zet ${name} terug zoals gepubliceerd`,
  upload: {
    title: 'Upload een afbeelding',
    file: 'De afbeelding',
    fileHint: (kilobytes, side) =>
      `PNG, JPEG, GIF of WebP, hoogstens ${kilobytes} KB en ${side} pixels breed en hoog. Een mail toont 512 pixels: twee keer zoveel is op elk scherm scherp. Waar en waarmee een foto gemaakt is, wordt eruit gehaald.`,
    alt: 'Wat erop staat',
    altHint:
      'Voor mensen die hem niet kunnen zien: een schermlezer zegt het, en een mail toont het tot de afbeelding er is.',
    button: 'Upload',
  },
  saved: (name) => `${name} staat in het concept. Plak dit waar de mail hem toont:`,
  markdown: 'Voor de tekst van een mail',
  removed: 'De afbeelding is uit het concept verwijderd. Mails die verstuurd zijn blijven hem tonen.',
  putBack: 'De afbeelding staat weer in het concept zoals hij gepubliceerd is.',
  taken: {
    title: 'Deze afbeelding vervangen?',
    intro: (name) =>
      `Er is een andere afbeelding die ${name} heet. Vervang je die, dan staat de nieuwe overal waar die naam gebruikt wordt, zodra het concept gepubliceerd is.`,
    there: 'Staat er nu',
    yours: 'De nieuwe',
    replace: 'Vervang hem',
    keep: 'Laat hem staan; ik geef de mijne een andere naam',
  },
  refused: {
    'no-file': 'Kies eerst een afbeelding.',
    'no-alt': 'Zeg in een paar woorden wat er op de afbeelding staat, en kies hem nog een keer.',
    kind: 'Dit is geen PNG, JPEG, GIF of WebP. Bewaar hem zo: mailprogramma’s tonen geen andere afbeeldingen.',
    unreadable: 'Deze afbeelding is niet tot het einde te lezen. Bewaar hem opnieuw en upload die.',
    sideways:
      'Deze foto ligt op zijn kant, en alleen wat de camera erin schreef zegt dat. Draai hem en bewaar hem.',
    'too-many-bytes':
      'Deze afbeelding is groter dan 300 KB. Maak hem kleiner, of bewaar hem als JPEG of WebP.',
    'too-many-pixels':
      'Deze afbeelding is breder of hoger dan 2.400 pixels. Maak hem kleiner: 1.024 breed is genoeg.',
    path: 'Een afbeelding kan zo niet heten. Gebruik letters, cijfers en streepjes.',
    'no-picture': 'Deze afbeelding is niet opgeslagen. Upload hem opnieuw.',
    'too-large': 'Het concept is te groot geworden. Publiceer eerst iets, of gooi iets weg.',
    'too-many': 'Het draaiboek heeft te veel bestanden. Verwijder afbeeldingen die nergens gebruikt worden.',
    'nothing-published': 'Er is nog geen draaiboek gepubliceerd.',
    used: 'Hij wordt nog gebruikt. Haal hem daar eerst weg.',
    overtaken: 'Een collega heeft intussen de afbeeldingen veranderd. Zo zijn ze nu.',
  },
};
