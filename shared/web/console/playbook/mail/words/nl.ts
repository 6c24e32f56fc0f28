import type { MailEditorWords } from './en.ts';

export const nl: MailEditorWords = {
  alsoIn: 'Deze mail in een andere taal:',
  subject: 'Onderwerp',
  subjectHint: 'Hoogstens 50 tekens: telefoons kappen meer af.',
  preheader: 'Preheader',
  preheaderHint: 'Wat een postvak achter het onderwerp laat zien: 30 tot 110 tekens.',
  reason: 'Waarom iemand hem krijgt',
  reasonHint: 'De rest van de zin “Waarom je deze mail krijgt: …”.',
  characters: (count) => `Nu ${count}.`,
  pictures: 'Afbeeldingen, in een nieuw tabblad',
  body: 'Tekst',
  bodyHint:
    'Markdown: # een kop, **vet**, [woorden](adres), een link in een eigen alinea is een knop. {{ firstName | default: "daar" }} is een naam.',
  look: 'Hoe hij er op een telefoon uitziet',
  show: { light: 'Toon zoals getypt', dark: 'In het donker' },
  notShown: 'De mail is te zien als de fouten hersteld zijn.',
  facts: 'Grootte, links en tips',
  links: (count) => (count === 1 ? '1 link' : `${count} links`),
  elsewhere: 'Op een computer, licht en donker',
  asSaved: 'Zoals hij het laatst bewaard is.',
  hints: {
    spam: (word) => `Spamfilters houden niet van “${word}”.`,
    shouts: 'Het onderwerp schreeuwt: schrijf het zonder hoofdletters en uitroeptekens.',
    manyLinks: (count) => `${count} links is veel: lezers kiezen er dan geen.`,
  },
  unknownLead: 'Er is geen lead met deze id, of je mag hem niet zien.',
  test: {
    send: 'Stuur mij een proef',
    hint: 'De mail zoals hij getypt is, ingevuld voor deze persoon, naar je eigen adres. De links over toestemming veranderen niets.',
    sent: (address) => `De proef is gestuurd naar ${address}. Wat je typte staat er nog.`,
    refused:
      'De proef is niet gestuurd: mailen lukt nu niet. Wat je typte staat er nog; probeer het later weer.',
    unclear:
      'Het is niet zeker dat de proef gestuurd is. Wat je typte staat er nog; kijk in je postvak voor je het weer probeert.',
    'too-many':
      'De proef is niet gestuurd: je kreeg er dit uur al tien. Vanaf het volgende hele uur kan het weer.',
    broken: 'De proef is niet gestuurd: herstel eerst de fouten in de mail.',
  },
  another: 'Nog een mail',
  name: 'Naam van de mail',
  nameHint: 'Kleine letters en streepjes, zoals na-de-webinar. Hij begint met een voorbeeld in elke taal.',
  add: 'Maak een mail',
  taken: 'Deze naam is bezet of kan niet. Kies kleine letters, cijfers en streepjes.',
};
