import * as z from 'zod/mini';
import { type Language, languages } from '../domain/language.ts';
import type { Sequence } from '../domain/nurture/sequence.ts';
import type { Mistake, ToldMistake } from '../domain/playbook/mistake.ts';
import type { TryOut } from '../domain/playbook/try-out/tally.ts';

/** What the console and the API ask of the function `playbook`, and what it answers. */

const text = z.string();

const author = z.union([
  z.object({ by: z.literal('person'), id: text, name: text }),
  z.object({ by: z.literal('key'), name: text }),
]);

/** One file of the draft with a text that is not saved; null: as if it were removed. */
const unsaved = z.object({ path: text, text: z.nullable(text) });

/** Of whoever asks: what is wrong is answered in it. A command from before there was a choice has none. */
const asker = { language: z._default(z.enum(languages), 'en') };

const publication = { ...asker, by: author, note: text };

/** A mail of the draft, as somebody would get it. */
const previewed = {
  ...asker,
  mail: text,
  locale: z.enum(languages),
  unsaved: z.optional(unsaved),
  /** Whose values are filled in; nobody's when left out. */
  lead: z.object({
    profile: z.exactOptional(
      z.object({
        firstName: z.optional(text),
        lastName: z.optional(text),
        company: z.optional(text),
        jobTitle: z.optional(text),
      }),
    ),
    consent: z.exactOptional(z.object({ mail: text })),
  }),
};

export const playbookCommand = z.discriminatedUnion('do', [
  /** The mistakes in the shared draft. */
  z.object({ do: z.literal('check'), ...asker, unsaved: z.optional(unsaved) }),
  /** The mistakes in the files of an older version. */
  z.object({ do: z.literal('check-version'), ...asker, version: z.int() }),
  /** What publishing the draft would do to the leads there are. */
  z.object({ do: z.literal('try'), ...asker }),
  z.object({ do: z.literal('preview'), ...previewed }),
  /** Sends such a mail to whoever asks for it, at most once for each press of their button. */
  z.object({ do: z.literal('send-test'), ...previewed, to: text, press: text.check(z.maxLength(40)) }),
  /** Publishes the draft; or `files` in its place, of somebody who works in a folder. */
  z.object({
    do: z.literal('publish'),
    ...publication,
    /** Only over this version. */
    over: z.optional(z.int()),
    /** Only this draft, by its etag. */
    draft: z.optional(text),
    files: z.optional(z.record(text, text)),
  }),
  /** Publishes the files of an older version again, under a new number. */
  z.object({ do: z.literal('publish-version'), ...publication, version: z.int(), over: z.optional(z.int()) }),
]);

export type PlaybookCommand = z.infer<typeof playbookCommand>;

/** The first mistakes, and how many more there are. */
export interface ToldMistakes {
  mistakes: ToldMistake[];
  more: number;
}

/** As many as anybody reads; what Lambda passes on is bounded. */
const MOST_TOLD = 200;

/** The first mistakes in the language of whoever asked. */
export function toldMistakes(all: readonly Mistake[], language: Language): ToldMistakes {
  const mistakes = all.slice(0, MOST_TOLD).map(({ problem, remedy, ...mistake }) => ({
    ...mistake,
    ...{ problem: problem[language], remedy: remedy[language] },
  }));
  return { mistakes, more: Math.max(all.length - MOST_TOLD, 0) };
}

export type CheckAnswer =
  /** Mistakes and warnings; `etag` is of the draft as a whole. */
  ({ result: 'checked'; etag: string; version: number } & ToldMistakes) | Unpublished;

export type CheckVersionAnswer =
  /** `sequences`: as they would be live; absent when there are mistakes. */
  | ({ result: 'checked'; sequences?: Readonly<Record<string, Sequence>> } & ToldMistakes)
  /** There is no such version, or its files were not stored then. */
  | { result: 'unknown' };

export type TryAnswer =
  /** `etag` is of the draft as a whole, `version` is live. */
  | ({ result: 'tried'; etag: string; version: number } & TryOut)
  | ({ result: 'mistakes' } & ToldMistakes)
  /** Many leads are not in lists yet, as right after a first deployment. */
  | { result: 'not-listed' }
  | Unpublished;

export type PreviewAnswer = ShownMail | NotPreviewed;

interface ShownMail {
  result: 'shown';
  /** The name of the sender. */
  from: string;
  subject: string;
  preheader: string;
  html: string;
  text: string;
  kilobytes: number;
}

type NotPreviewed =
  | ({ result: 'mistakes' } & ToldMistakes)
  /** The draft has no such mail. */
  | { result: 'unknown' }
  | Unpublished;

export type TestAnswer =
  | { result: 'sent' }
  /** Not sent; `why` is the kind of the refusal. */
  | { result: 'refused'; why: string }
  /** It may have been sent. */
  | { result: 'unclear' }
  /** Not sent: they have had as many in this hour as there may be. */
  | { result: 'too-many' }
  | NotPreviewed;

export type PublishAnswer =
  /** `isNew`: it was not live before. */
  | { result: 'published'; version: number; isNew: boolean }
  | ({ result: 'mistakes' } & ToldMistakes)
  /** Somebody published first, and `version` is live now. */
  | { result: 'overtaken'; version: number }
  /** The draft is not the one that was seen. */
  | { result: 'changed' }
  /** Of these files somebody published another text since their draft began. */
  | { result: 'behind'; files: string[] }
  | { result: 'too-large' }
  /** There is no such version, or its files were not stored then. */
  | { result: 'unknown' }
  | Unpublished;

/** No playbook with its files is published yet. */
interface Unpublished {
  result: 'unpublished';
}

/** What each command is answered with. */
export interface PlaybookAnswers {
  check: CheckAnswer;
  'check-version': CheckVersionAnswer;
  try: TryAnswer;
  preview: PreviewAnswer;
  'send-test': TestAnswer;
  publish: PublishAnswer;
  'publish-version': PublishAnswer;
}
