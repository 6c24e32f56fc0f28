import type { PlaybookFiles } from '../files/playbook-files.ts';

/** The mail that answers a form, in each language: it asks to confirm the permission where there is one. */
export function answerMail(name: string): PlaybookFiles {
  return {
    [`mails/${name}.nl.md`]: `---
subject: Hier is wat je aanvroeg
preheader: Schrijf hier in één zin wat iemand in deze mail vindt.
reason: je vroeg dit aan op onze website.
---

# Hier is wat je aanvroeg

Hallo{% if firstName %} {{ firstName }}{% endif %},

Schrijf hier wat je meestuurt, en wat iemand er vandaag mee kan doen.

[Lees verder]({{ website }}/nl/)

{% if confirmUrl %}

Je wilde ook mail van ons. Bevestig met één klik dat dit adres van jou is:

[Ja, mail mij]({{ confirmUrl }})

{% endif %}

{{ ourName }}
`,
    [`mails/${name}.en.md`]: `---
subject: Here is what you asked for
preheader: Write here in one sentence what people find in this mail.
reason: you asked for this on our website.
---

# Here is what you asked for

Hello{% if firstName %} {{ firstName }}{% endif %},

Write here what you are sending, and what people can do with it today.

[Read on]({{ website }}/)

{% if confirmUrl %}

You also wanted mail from us. Confirm with one click that this address is yours:

[Yes, mail me]({{ confirmUrl }})

{% endif %}

{{ ourName }}
`,
  };
}

/** A mail of a sequence or the newsletter, in each language. */
export function laterMail(name: string): PlaybookFiles {
  return {
    [`mails/${name}.nl.md`]: `---
subject: Een nieuw idee voor je
preheader: Schrijf hier in één zin wat iemand in deze mail vindt.
reason: je gaf toestemming om hierover mail te krijgen.
---

# Eén idee

Hallo{% if firstName %} {{ firstName }}{% endif %},

Schrijf hier één idee dat iemand vandaag kan gebruiken.

[Lees verder]({{ website }}/nl/)

{{ ourName }}
`,
    [`mails/${name}.en.md`]: `---
subject: A new idea for you
preheader: Write here in one sentence what people find in this mail.
reason: you gave permission to get mail about this.
---

# One idea

Hello{% if firstName %} {{ firstName }}{% endif %},

Write here one idea that people can use today.

[Read on]({{ website }}/)

{{ ourName }}
`,
  };
}
