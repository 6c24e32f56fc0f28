import { linksOf, type MailLink } from '../mail-files/mail-links.ts';
import type { MailDraft } from '../mail-files/mail-source.ts';
import type { Mistake } from '../mistake.ts';
import { type LiquidProblem, liquidProblems } from './liquid-checks.ts';

/** Phones show 40 to 50 characters of a subject, and of what comes behind it about as much again. */
const SUBJECT = 50;
const HTML_TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*|\/)?>/i;
const PREHEADER = { least: 30, most: 110 };

/** What is wrong with a mail: its words in the inbox, its variables, links and pictures. */
export function mailMistakes(draft: MailDraft): Mistake[] {
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
  if (body.trim() === '')
    found.push(mistakeAt(1, 1, 'this mail says nothing', 'write its text below the second ---'));
  found.push(...liquidProblems(body).map((p) => mistakeAt(p.line, p.column, p.problem, p.remedy)));
  for (const [index, line] of body.split('\n').entries()) {
    const tag = HTML_TAG.exec(line);
    if (tag === null) continue;
    const remedy = 'write it in Markdown, as README.md beside the playbook explains';
    found.push(
      mistakeAt(index + 1, tag.index + 1, `people would see "${tag[0]}", for mails hold no HTML`, remedy),
    );
  }
  for (const link of linksOf(body)) {
    const wrong = linkProblem(link);
    if (wrong === undefined) continue;
    const { line, column } = placeOf(link, body);
    found.push(mistakeAt(line, column, wrong.problem, wrong.remedy));
  }
  return found;
}

type Problem = Pick<LiquidProblem, 'problem' | 'remedy'>;

function lengthProblems(name: string, text: string): Problem[] {
  const { length } = shortest(text);
  if (name === 'subject' && length > SUBJECT) {
    return [
      { problem: `${length} characters are more than a phone shows`, remedy: `make it ${SUBJECT} at most` },
    ];
  }
  if (name === 'preheader' && (length < PREHEADER.least || length > PREHEADER.most)) {
    const { least, most } = PREHEADER;
    return [
      {
        problem: `${length} characters do not fit behind the subject`,
        remedy: `make it ${least} to ${most}`,
      },
    ];
  }
  return [];
}

/** The text with the fallbacks in place of its variables. */
function shortest(text: string): string {
  return text
    .replace(/\{\{.*?\bdefault:\s*(["'])(.*?)\1.*?\}\}/g, '$2')
    .replace(/\{%.*?%\}/g, '')
    .replace(/\{\{.*?\}\}/g, '12345678');
}

function linkProblem({ kind, written, example, alt }: MailLink): Problem | undefined {
  if (!isAddress(example, kind === 'link' ? ['http:', 'https:', 'mailto:', 'tel:'] : ['https:'])) {
    const remedy = written.startsWith('/')
      ? `write {{ website }}${written}`
      : `write it in full, such as https://www.example.com/page${kind === 'link' ? ' or {{ website }}/page' : ''}`;
    return { problem: `"${written}" is no URL${kind === 'image' ? ' of a picture' : ''}`, remedy };
  }
  if (kind === 'image' && alt === '') {
    return {
      problem: 'this picture says nothing to who cannot see it',
      remedy: 'write what is on it between the brackets: ![…](…)',
    };
  }
  return undefined;
}

function isAddress(text: string, protocols: readonly string[]): boolean {
  const url = URL.parse(text);
  if (url === null || !protocols.includes(url.protocol)) return false;
  if (url.protocol.startsWith('http')) return /^https?:\/\//.test(text) && url.hostname.includes('.');
  return url.protocol === 'tel:' ? /\d/.test(url.pathname) : url.pathname.includes('@');
}

/** Where the address stands in the file; lines and columns count from 1. */
function placeOf({ written, line }: MailLink, body: string): { line: number; column: number } {
  const lines = body.split('\n');
  for (let at = line; at < lines.length; at++) {
    const column = lines[at]?.indexOf(`](${written}`) ?? -1;
    if (column !== -1) return { line: at + 1, column: column + 3 };
  }
  return { line: line + 1, column: 1 };
}
