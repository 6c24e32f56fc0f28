import type { FitReason, FitVerdict } from '../../../domain/fit/fit.ts';
import type { HandoverReason } from '../../../domain/handover/handover.ts';
import type { Language } from '../../../domain/language.ts';
import { english } from './words/en.ts';
import { dutch } from './words/nl.ts';

/** All that the dossier says by itself, in one language. Values from outside are given and not changed. */
export interface Words {
  locale: string;
  /** A person and where it works. */
  person: (name: string, company: string | undefined) => string;
  headline: Record<HandoverReason, (who: string) => string>;
  /** Marks a notification that may have been sent before, and says why. */
  repeat: { mark: string; line: string };
  points: (count: number) => string;
  fit: Record<FitVerdict, string>;
  /** The verdict behind the label that says what it is about. */
  verdict: Record<FitVerdict, string>;
  /** The label is that of the question it is about, of a reason that names one. */
  fitReason: (reason: FitReason, label: string) => string;
  worthIt: string;
  titles: Record<Title, string>;
  labels: { phone: string; email: string; company: string; fit: string };
  sentIn: (form: string | undefined, time: string) => string;
  why: Record<HandoverReason, (facts: { threshold: number; score: number; time: string }) => string>;
  lastSteps: string;
  scoreOf: (total: number, cap: number, threshold: number) => string;
  askFor: string;
  /** The questions of which an answer decides whether it fits. */
  decides: (labels: string) => string;
  mail: (opened: boolean, clicks: number) => string;
  permission: (wording: string, time: string) => string;
  noPermission: string;
  knownSince: (time: string) => string;
  answerBefore: (time: string) => string;
  more: (count: number) => string;
  button: string;
  sentBecause: string;
}

export type Title = 'why' | 'who' | 'asked' | 'read' | 'mailed' | 'did' | 'score' | 'unknown' | 'good';

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return language === 'nl' ? dutch : english;
}
