import { type Language, type Localised, languages } from '../../domain/language.ts';
import { pairText } from '../edit/new-text.ts';
import type { PlaybookFiles } from '../files/playbook-files.ts';
import { startingTexts } from './starting-texts.ts';

/** More characters of a subject the check refuses: phones cut them off. */
const LONGEST_SUBJECT = 50;

interface Words {
  subject: string;
  preheader: string;
  reason: string;
  /** The first heading; as the subject when left out. */
  heading?: string;
  text: string;
}

/** The mail that sends a guide, in each language: it asks to confirm the permission where there is one. */
export function guideMail(name: string, title: Localised): PlaybookFiles {
  return mailFiles(name, {
    nl: {
      subject: asSubject(title.nl, 'Je gids staat klaar'),
      preheader: 'Je vroeg hem aan, hier is hij. Lees hem nu, of bewaar deze mail.',
      reason: 'je vroeg deze gids aan op onze website.',
      heading: 'Je gids staat klaar',
      text: `Leuk dat je *${inMarkdown(title.nl)}* aanvroeg. Je kunt hem meteen lezen:

${startingTexts.readGuide.nl}

${startingTexts.beginWith.nl}

${confirmBlock.nl}`,
    },
    en: {
      subject: asSubject(title.en, 'Your guide is ready'),
      preheader: 'You asked for it, and here it is. Read it now, or keep this mail.',
      reason: 'you asked for this guide on our website.',
      heading: 'Your guide is ready',
      text: `Thank you for asking for *${inMarkdown(title.en)}*. You can read it right away:

${startingTexts.readGuide.en}

${startingTexts.beginWith.en}

${confirmBlock.en}`,
    },
  });
}

/** A mail that follows a guide, in each language. */
export function tipMail(name: string, title: Localised, number: number): PlaybookFiles {
  return mailFiles(name, {
    nl: {
      subject: asSubject(`Tip ${number}: ${title.nl}`, `Tip ${number} bij je gids`),
      preheader: 'Eén idee dat bij de gids hoort, en dat je vandaag kunt gebruiken.',
      reason: 'je vroeg onze gids aan en gaf toestemming voor mail hierover.',
      heading: `Tip ${number}`,
      text: `Laatst vroeg je *${inMarkdown(title.nl)}* bij ons aan. Hier is een idee dat erbij hoort.

${startingTexts.idea.nl}

[Lees verder]({{ website }}/nl/)`,
    },
    en: {
      subject: asSubject(`Tip ${number}: ${title.en}`, `Tip ${number} with your guide`),
      preheader: 'One idea that goes with the guide, and that you can use today.',
      reason: 'you asked for our guide and gave permission to get mail about it.',
      heading: `Tip ${number}`,
      text: `You asked us for *${inMarkdown(title.en)}*. Here is an idea that goes with it.

${startingTexts.idea.en}

[Read on]({{ website }}/)`,
    },
  });
}

/** A mail about anything, in each language; with the button that confirms a permission, it answers a form. */
export function plainMail(name: string, { asksToConfirm }: { asksToConfirm: boolean }): PlaybookFiles {
  return mailFiles(name, asksToConfirm ? answerWords : laterWords);
}

const confirmBlock: Localised = {
  nl: `{% if confirmUrl %}

---

## Nog één klik

Je wilde ook mail van ons. We willen zeker weten dat jij dat was. Bevestig het daarom even.

[Ja, mail mij]({{ confirmUrl }})

Was jij het niet, of wil je het toch liever niet? Dan hoef je niets te doen en blijft het bij deze mail.

{% endif %}`,
  en: `{% if confirmUrl %}

---

## One more click

You also wanted mail from us. We want to be sure that it was you, so please confirm it.

[Yes, mail me]({{ confirmUrl }})

It was not you, or you would rather not? Then there is nothing to do, and this remains the only mail.

{% endif %}`,
};

const answerWords: Localised<Words> = {
  nl: {
    subject: 'Hier is wat je aanvroeg',
    preheader: startingTexts.preheader.nl,
    reason: 'je vroeg dit aan op onze website.',
    text: `${startingTexts.sending.nl}\n\n[Lees verder]({{ website }}/nl/)\n\n${confirmBlock.nl}`,
  },
  en: {
    subject: 'Here is what you asked for',
    preheader: startingTexts.preheader.en,
    reason: 'you asked for this on our website.',
    text: `${startingTexts.sending.en}\n\n[Read on]({{ website }}/)\n\n${confirmBlock.en}`,
  },
};

const laterWords: Localised<Words> = {
  nl: {
    subject: 'Een nieuw idee voor je',
    preheader: startingTexts.preheader.nl,
    reason: 'je gaf toestemming om hierover mail te krijgen.',
    text: `${startingTexts.idea.nl}\n\n[Lees verder]({{ website }}/nl/)`,
  },
  en: {
    subject: 'A new idea for you',
    preheader: startingTexts.preheader.en,
    reason: 'you gave permission to get mail about this.',
    text: `${startingTexts.idea.en}\n\n[Read on]({{ website }}/)`,
  },
};

const HELLO: Localised = { nl: 'Hallo', en: 'Hello' };

function mailFiles(name: string, words: Localised<Words>): PlaybookFiles {
  return Object.fromEntries(
    languages.map((language) => [`mails/${name}.${language}.md`, mailText(language, words[language])]),
  );
}

function mailText(language: Language, { heading, text, ...head }: Words): string {
  const settings = Object.entries(head).map(([name, value]) => pairText(name, value, { indent: 0 }));
  return `---
${settings.join('\n')}
---

# ${heading ?? head.subject}

${HELLO[language]}{% if firstName %} {{ firstName }}{% endif %},

${text}

{{ ourName }}
`;
}

/** A text as the subject of a mail, or other words when it is too long for one. */
function asSubject(text: string, otherwise: string): string {
  return text.length > LONGEST_SUBJECT ? otherwise : text;
}

/** A title among Markdown, as it is. */
function inMarkdown(title: string): string {
  return title.replace(/[_#~|!]/g, '\\$&');
}
