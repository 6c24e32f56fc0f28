/** What spam filters and people in a hurry do not like about a mail. Nothing of it is a mistake. */
export type MailHint =
  | { kind: 'spam-word'; word: string }
  /** Capitals, or many exclamation marks. */
  | { kind: 'shouts' }
  /** More links than a reader can choose from. */
  | { kind: 'many-links'; count: number };

const SPAM_WORDS = [
  ...[
    'act now',
    'buy now',
    'cash',
    'click here',
    'free!',
    'guaranteed',
    'limited time',
    'risk free',
    'winner',
    '100%',
  ],
  ...['gratis!', 'gegarandeerd', 'klik hier', 'koop nu', 'laatste kans', 'nu of nooit', 'win een', 'winnaar'],
];
const MOST_LINKS = 8;

/** Hints about the subject, the preheader and the text of a mail. */
export function mailHints(subject: string, preheader: string, text: string): MailHint[] {
  const all = `${subject}\n${preheader}\n${text}`.toLowerCase();
  const links = text.match(/\]\(/g)?.length ?? 0;
  const letters = subject.replaceAll(/\{[{%].*?[}%]\}|[^\p{L}]/gu, '');
  const isLoud = (letters.length >= 8 && letters === letters.toUpperCase()) || /!.*!/s.test(subject);
  return [
    ...SPAM_WORDS.filter((word) => all.includes(word)).map((word) => ({ kind: 'spam-word' as const, word })),
    ...(isLoud ? [{ kind: 'shouts' as const }] : []),
    ...(links > MOST_LINKS ? [{ kind: 'many-links' as const, count: links }] : []),
  ];
}
