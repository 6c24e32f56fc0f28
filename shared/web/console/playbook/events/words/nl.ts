import type { EventsWords } from './en.ts';

export const nl: EventsWords = {
  intro:
    'Een webinar of seminar op één datum. Reeksen die erover gaan versturen de uitnodiging, de herinnering en wat erna komt. Verander je de tijden, dan volgen mails die nog niet verstuurd zijn binnen een dag.',
  none: 'Er zijn nog geen webinars of seminars.',
  title: 'Titel',
  titleHint: 'Zoals mensen hem lezen, ook in hun agenda.',
  start: 'Begint',
  end: 'Eindigt',
  timeZone: 'Tijdzone',
  timeZoneHint: 'Zoals Europe/Amsterdam. Leeg: die van de regels voor mail.',
  place: 'Plaats',
  placeHint: 'Leeg als het alleen online is.',
  link: 'Waar het online is',
  linkHint: 'Begint met https://',
  form: 'Formulier om je mee aan te melden',
  moved: 'Je verplaatste het op',
  movedHint: 'Wie zich daarvoor aanmeldde, krijgt de mail die dat zegt.',
  cancelled: 'Het gaat niet door',
  cancelledHint: 'Alleen de mail die dat zegt gaat nog uit.',
  attended: 'Hoe we horen wie er was',
  attendedHint:
    'Alle drie leeg: door de gebeurtenis Webinar Attended, met de korte naam hierboven als eigenschap webinar.',
  came: {
    event: 'Gebeurtenis van je website of product',
    property: 'De eigenschap',
    is: 'De waarde',
  },
  newName: 'Korte naam van een nieuwe',
  newNameHint:
    'Kleine letters en streepjes, zoals webinar-maart. Hij staat bij wie zich aanmeldde, en blijft.',
  add: 'Voeg een webinar of seminar toe',
  begin: 'Maak het bestand van webinars en seminars',
  beginIntro: 'Dan kunnen reeksen mails versturen rond een datum: uitnodiging, herinnering, bedankje.',
};
