import type { Localised } from '../../../domain/language.ts';
import type { Mistake, Problem } from '../../../domain/playbook/mistake.ts';
import { linksOf, type MailLink, textsOf } from '../../mail-files/mail-links.ts';
import type { MailDraft } from '../../mail-files/mail-source.ts';
import { lostLetter } from '../../mistake.ts';
import { atMost } from '../../remedies.ts';
import { suggestion } from '../../suggestion.ts';
import { liquidProblems } from './liquid-checks.ts';

/** In characters: phones show 40 to 50 of a subject, and about as many of the preheader. */
const MAX_SUBJECT = 50;
const HTML_TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*|\/)?>/i;
/** Markdown that is left in the text, because it was not finished. */
const UNFINISHED = [
  {
    mark: /\](?: \(|\()(?=\{\{|https?:|www\.|mailto:|tel:|\/)/,
    problem: {
      nl: 'deze link zou als tekst in de mail staan',
      en: 'this link would be shown as text',
    },
    remedy: {
      nl: 'schrijf hem als [de woorden](het adres), zonder spatie voor de ( en met een ) aan het eind',
      en: 'write it as [the words](the address), with no space before the ( and a ) at the end',
    },
  },
  {
    mark: /\*\*/,
    problem: {
      nl: 'deze sterretjes zouden als tekst in de mail staan',
      en: 'these asterisks would be shown as text',
    },
    remedy: {
      nl: 'zet er twee vlak voor en twee vlak achter de vette woorden',
      en: 'put two right before and two right behind the words in bold',
    },
  },
];
const PREHEADER = { min: 30, max: 110 };

/**
 * The mistakes in a mail: its subject and preheader, variables, links and pictures.
 * @param pictures the paths of those that the playbook has
 */
export function mailMistakes(draft: MailDraft, pictures: readonly string[]): Mistake[] {
  const { front, body, mistakeAt } = draft;
  const head = (front.value ?? {}) as Record<string, unknown>;
  const found: Mistake[] = [];
  for (const name of ['subject', 'preheader', 'reason']) {
    const text = head[name];
    if (typeof text !== 'string') continue;
    for (const { problem, remedy } of [...liquidProblems(text), ...lengthProblems(name, text)]) {
      found.push(front.mistakeOf({ path: [name], problem, remedy }));
    }
  }
  if (body.trim() === '') found.push(mistakeAt(1, 1, EMPTY.problem, EMPTY.remedy));
  found.push(...lostLetter(draft.file, body));
  found.push(...liquidProblems(body).map((p) => mistakeAt(p.line, p.column, p.problem, p.remedy)));
  for (const [index, line] of body.split('\n').entries()) {
    const tag = HTML_TAG.exec(line);
    if (tag === null) continue;
    const problem = {
      nl: `"${tag[0]}" zou als tekst in de mail staan: in mails kan geen HTML`,
      en: `"${tag[0]}" would be shown as text: mails cannot contain HTML`,
    };
    found.push(mistakeAt(index + 1, tag.index + 1, problem, MARKDOWN));
  }
  for (const { text, line } of textsOf(body)) {
    for (const { mark, problem, remedy } of UNFINISHED) {
      if (!mark.test(text)) continue;
      const column = body.split('\n')[line]?.search(mark) ?? 0;
      found.push(mistakeAt(line + 1, column + 1, problem, remedy));
    }
  }
  for (const link of linksOf(body)) {
    const wrong = linkProblem(link, pictures);
    if (wrong === undefined) continue;
    const { line, column } = placeOf(link, body);
    found.push(mistakeAt(line, column, wrong.problem, wrong.remedy));
  }
  return found;
}

const EMPTY: Problem = {
  problem: { nl: 'deze mail is leeg', en: 'this mail is empty' },
  remedy: {
    nl: 'schrijf de tekst onder de tweede ---',
    en: 'write its text below the second ---',
  },
};
const MARKDOWN: Localised = {
  nl: 'schrijf het in Markdown, zie README.md in de map van het draaiboek',
  en: 'write it in Markdown, see README.md in the folder of the playbook',
};

/** The mistakes in a subject that stands elsewhere than in its mail. */
export function subjectProblems(subject: string): Problem[] {
  return [...liquidProblems(subject), ...lengthProblems('subject', subject)];
}

function lengthProblems(name: string, text: string): Problem[] {
  const { length } = withFallbacks(text);
  if (name === 'subject' && length > MAX_SUBJECT) {
    const problem = {
      nl: `${length} tekens zijn meer dan een telefoon laat zien`,
      en: `${length} characters are more than a phone shows`,
    };
    return [{ problem, remedy: atMost(MAX_SUBJECT) }];
  }
  const { min, max } = PREHEADER;
  if (name !== 'preheader' || (length >= min && length <= max)) return [];
  const problem = {
    nl: `${length} tekens passen niet achter het onderwerp`,
    en: `${length} characters do not fit behind the subject`,
  };
  return [{ problem, remedy: { nl: `maak er ${min} tot ${max} van`, en: `make it ${min} to ${max}` } }];
}

/** The text with fallbacks in place of its variables. */
function withFallbacks(text: string): string {
  return text
    .replace(/\{\{.*?\bdefault:\s*(["'])(.*?)\1.*?\}\}/g, '$2')
    .replace(/\{%.*?%\}/g, '')
    .replace(/\{\{.*?\}\}/g, '12345678');
}

function linkProblem(
  { kind, written, example, alt }: MailLink,
  pictures: readonly string[],
): Problem | undefined {
  if (liquidProblems(written).length > 0) return undefined;
  if (kind === 'image' && !/^https?:|^\{/.test(written)) {
    if (!pictures.includes(written)) return noPicture(written, pictures);
    return alt === '' ? NO_ALT : undefined;
  }
  if (/^\{\{-?\s*website\s*-?\}\}[^/?#]/.test(written)) return noSlash(written);
  if (!isAddress(example, kind === 'link' ? ['http:', 'https:', 'mailto:', 'tel:'] : ['https:']))
    return noUrl(kind, written);
  return kind === 'image' && alt === '' ? NO_ALT : undefined;
}

function noPicture(written: string, pictures: readonly string[]): Problem {
  const problem = { nl: `er is geen afbeelding "${written}"`, en: `there is no picture "${written}"` };
  return { problem, remedy: pictures.length === 0 ? ADD_PICTURE : suggestion(written, pictures) };
}

function noSlash(written: string): Problem {
  const whole = written.replace('}}', '}}/');
  return {
    problem: {
      nl: `er staat geen / achter {{ website }} in "${written}"`,
      en: `there is no / behind {{ website }} in "${written}"`,
    },
    remedy: { nl: `schrijf ${whole}`, en: `write ${whole}` },
  };
}

function noUrl(kind: MailLink['kind'], written: string): Problem {
  const [van, of] = kind === 'image' ? [' van een afbeelding', ' of a picture'] : ['', ''];
  const path = `{{ website }}${written}`;
  const [ook, also] = kind === 'link' ? [' of {{ website }}/page', ' or {{ website }}/page'] : ['', ''];
  return {
    problem: { nl: `"${written}" is geen URL${van}`, en: `"${written}" is not a URL${of}` },
    remedy: written.startsWith('/')
      ? { nl: `schrijf ${path}`, en: `write ${path}` }
      : {
          nl: `schrijf hem voluit, zoals https://www.example.com/page${ook}`,
          en: `write it in full, such as https://www.example.com/page${also}`,
        },
  };
}

const ADD_PICTURE: Localised = {
  nl: 'zet haar in de map pictures, of schrijf waar ze is: https://…',
  en: 'add it to the folder pictures, or write where it is: https://…',
};
const NO_ALT: Problem = {
  problem: {
    nl: 'deze afbeelding heeft geen beschrijving voor mensen die haar niet kunnen zien',
    en: 'this picture has no description for people who cannot see it',
  },
  remedy: {
    nl: 'beschrijf haar tussen de haken: ![…](…)',
    en: 'describe it between the brackets: ![…](…)',
  },
};

function isAddress(text: string, protocols: readonly string[]): boolean {
  const url = URL.parse(text);
  if (url === null || !protocols.includes(url.protocol)) return false;
  if (url.protocol.startsWith('http')) return /^https?:\/\//.test(text) && url.hostname.includes('.');
  return url.protocol === 'tel:' ? /\d/.test(url.pathname) : url.pathname.includes('@');
}

/** The place of the address in the file; lines and columns count from 1. */
function placeOf({ written, line }: MailLink, body: string): { line: number; column: number } {
  const lines = body.split('\n');
  for (let at = line; at < lines.length; at++) {
    const column = lines[at]?.indexOf(`](${written}`) ?? -1;
    if (column !== -1) return { line: at + 1, column: column + 3 };
  }
  return { line: line + 1, column: 1 };
}
