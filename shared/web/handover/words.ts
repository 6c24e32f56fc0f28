import type { ActionName } from '../../domain/handover/action.ts';
import type { ReturnReason } from '../../domain/handover/handover.ts';
import type { Stage } from '../../domain/identity/lead.ts';
import type { Language } from '../../domain/language.ts';
import type { FieldName, FieldProblem } from './action-fields.ts';
import { english } from './words/en.ts';
import { dutch } from './words/nl.ts';

/** Why there is no hand-over to show. */
export type ErrorKind = 'erased' | 'replaced' | 'expired' | 'unknown' | 'unavailable' | 'unreadable';

interface Message {
  title: string;
  text: string;
}

/** What the page of a hand-over says besides the dossier. */
export interface PageWords {
  score: string;
  excuses: Record<ErrorKind, Message>;
  tryAgain: string;
  answer: string;
  /** What somebody is about to do, and the button that does it. */
  actions: Record<ActionName, { title: string; button: string; hint?: string }>;
  fields: Record<FieldName, { label: string; hint?: string }>;
  optional: string;
  choose: string;
  somebodyElse: string;
  /** A reason to return, and what becomes of the lead then. */
  reasons: Record<ReturnReason, { label: string; becomes: string }>;
  outcomes: Record<'reached' | 'not-reached', string>;
  email: string;
  problems: Record<FieldProblem, string>;
  notYet: string;
  stages: Record<Stage, string>;
  notices: {
    done: (what: string) => string;
    repeated: (what: string) => string;
    taken: (by: string, time: string) => string;
    returned: (by: string, time: string) => string;
    impossible: (stage: string) => string;
    nothing: string;
    nothingMore: string;
  };
}

/** The words of a language. */
export function pageWordsIn(language: Language): PageWords {
  return language === 'nl' ? dutch : english;
}
