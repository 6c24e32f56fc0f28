import { type Document, type ErrorCode, Scalar, visit, type YAMLError } from 'yaml';
import type { Problem } from '../../domain/playbook/mistake.ts';
import { type Mend, quoted, spaced, untabbed } from './yaml-mends.ts';

export type ParseError = Pick<YAMLError, 'code' | 'pos' | 'message'>;

/** What is wrong at a place, and how to fix it. */
export interface Advice extends Words {
  offset: number;
}

interface Words extends Problem {
  /** How to read on behind it. */
  mend?: Mend;
}

/** What cannot be read, where somebody wrote it: the parser may notice only later. */
export function firstUnreadable(
  document: Document,
  [first, ...others]: readonly ParseError[],
  text: string,
): Advice[] {
  if (first === undefined) return [];
  const [offset] = first.pos;
  const quote = first.code === 'MISSING_CHAR' ? quoteOpenAt(document, offset) : undefined;
  if (quote !== undefined) return [{ offset: quote, ...OPEN_QUOTE }];
  const glued = lineBefore(text, offset, GLUED);
  if (glued !== undefined) return [{ offset: glued, ...NO_SPACE }];
  const joined = others.find(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === offset);
  const name = joined && /\n([ ]*)[\w-]+$/.exec(text.slice(offset, joined.pos[1]));
  if (name) return [{ offset: offset + name.index + name[0].length - name[0].trim().length, ...INDENT }];
  const isUnlisted = first.code === 'MISSING_CHAR' && first.message.includes('without - indicator');
  return [{ offset, ...(isUnlisted ? INDENT : (YAML_ADVICE[first.code] ?? UNREADABLE)) }];
}

/** Where the quote stands that is still open at a place. */
function quoteOpenAt(document: Document, offset: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
      if (isQuoted && range && range[0] < offset && range[1] >= offset) found = range[0];
    },
  });
  return found;
}

/** Where the line of a place, or the one above it that is no remark, looks like this. */
function lineBefore(text: string, offset: number, like: RegExp): number | undefined {
  const end = text.indexOf('\n', offset);
  const lines = text.slice(0, end < 0 ? undefined : end).split('\n');
  for (let at = text.slice(0, offset).split('\n').length - 1, seen = 0; at >= 0 && seen < 2; at--) {
    const line = lines[at] as string;
    if (/^\s*(#|$)/.test(line)) continue;
    if (like.test(line)) return lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0) + line.search(/\S/);
    seen++;
  }
  return undefined;
}

/** Like `points:2`, but no web address. */
const GLUED = /^\s*(- )?[A-Za-z][\w-]*:(?!\/\/)[^\s:]/;

const QUOTES = {
  nl: 'zet aanhalingstekens om de hele tekst: "…"',
  en: 'put quotes around the whole text: "…"',
};
const COLON: Words = {
  problem: {
    nl: 'een tekst met een dubbele punt erin heeft geen aanhalingstekens om zich heen',
    en: 'a text with a colon in it has no quotes around it',
  },
  remedy: QUOTES,
  mend: quoted,
};
const FIRST_CHARACTER: Words = {
  problem: {
    nl: 'een tekst kan niet met dit teken beginnen',
    en: 'a text cannot start with this character',
  },
  remedy: QUOTES,
  mend: quoted,
};
const INDENT: Words = {
  problem: {
    nl: 'de regel springt te weinig of te veel in',
    en: 'the line is indented too little or too much',
  },
  remedy: {
    nl: 'laat hem gelijk beginnen met de regels waar hij bij hoort, of sluit het haakje erboven',
    en: 'align it with the lines it belongs to, or close the bracket above it',
  },
};
const OPEN_QUOTE: Words = {
  problem: { nl: 'dit aanhalingsteken wordt nergens gesloten', en: 'this quote is never closed' },
  remedy: {
    nl: 'zet hetzelfde teken achter de tekst, of laat dit weg',
    en: 'put the same quote at the end of the text, or leave this one out',
  },
};
const NO_SPACE: Words = {
  problem: {
    nl: 'er staat geen spatie achter de dubbele punt',
    en: 'there is no space behind the colon',
  },
  remedy: { nl: 'schrijf het zoals points: 2', en: 'write it like points: 2' },
  mend: spaced,
};
const UNREADABLE: Words = {
  problem: { nl: 'dit is niet te lezen', en: 'this cannot be read' },
  remedy: {
    nl: 'vergelijk het met de regels eromheen; om een tekst met : # { of [ erin horen aanhalingstekens',
    en: 'compare it with the lines around it; a text with : # { or [ in it needs quotes around it',
  },
};

/** In the words of people who never heard of YAML, by its code for what is wrong. */
const YAML_ADVICE: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: {
    problem: { nl: 'de regel begint met een tab', en: 'the line starts with a tab' },
    remedy: {
      nl: 'gebruik spaties, in alle regels die zo beginnen',
      en: 'use spaces, in all lines like it',
    },
    mend: untabbed,
  },
  BLOCK_AS_IMPLICIT_KEY: COLON,
  BLOCK_IN_FLOW: COLON,
  BAD_ALIAS: FIRST_CHARACTER,
  BAD_SCALAR_START: FIRST_CHARACTER,
  BAD_DIRECTIVE: FIRST_CHARACTER,
  TAG_RESOLVE_FAILED: FIRST_CHARACTER,
  BAD_DQ_ESCAPE: {
    problem: {
      nl: 'een backslash betekent iets bijzonders tussen dubbele aanhalingstekens',
      en: 'a backslash has a special meaning between double quotes',
    },
    remedy: { nl: "gebruik enkele aanhalingstekens: '…'", en: "use single quotes: '…'" },
  },
  MULTIPLE_DOCS: {
    problem: { nl: 'drie streepjes beëindigen de instellingen', en: 'three dashes end the settings' },
    remedy: { nl: 'laat deze regel weg', en: 'leave this line out' },
  },
  BAD_INDENT: INDENT,
  MISSING_CHAR: {
    problem: {
      nl: 'er ontbreekt een dubbele punt, een komma, een aanhalingsteken of een haakje',
      en: 'a colon, a comma, a quote or a bracket is missing',
    },
    remedy: {
      nl: 'zet het erbij; om een tekst met : of # erin horen aanhalingstekens',
      en: 'add it; a text with : or # in it needs quotes around it',
    },
  },
  MULTILINE_IMPLICIT_KEY: {
    problem: { nl: 'dit is geen instelling', en: 'this is not a setting' },
    remedy: {
      nl: 'schrijf een naam, een dubbele punt, een spatie en een waarde, zoals points: 2',
      en: 'write a name, a colon, a space and a value, such as points: 2',
    },
  },
};
