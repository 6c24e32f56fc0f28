import type { Language, Localised } from '../../domain/language.ts';

const bodies: Localised = {
  nl: `# Waar deze mail over gaat

Hallo{% if firstName %} {{ firstName }}{% endif %},

Schrijf hier in een paar zinnen wat je te vertellen hebt.

[Bekijk de website]({{ website }}/)
`,
  en: `# What this mail is about

Hi {{ firstName | default: "there" }},

Write here in a few sentences what you have to tell.

[See the website]({{ website }}/)
`,
};

const heads: Localised<(name: string) => string> = {
  nl: (name) => `subject: ${name}
preheader: In één zin waarom het de moeite waard is om te openen.
reason: je gaf ons toestemming om je te mailen.
`,
  en: (name) => `subject: ${name}
preheader: In one sentence why it is worth opening.
reason: you gave us permission to mail you.
`,
};

/** The file of a mail that nobody has written yet; it passes the check. */
export function newMail(name: string, language: Language): string {
  return `---\n${heads[language](name)}---\n\n${bodies[language]}`;
}
