import type { Verdict } from '../../domain/fit/fit.ts';
import type { ReturnReason } from '../../domain/handover/handover.ts';
import type { Readiness } from '../../domain/identity/lead.ts';
import type { Language } from '../../domain/language.ts';
import type { Funnel, FunnelBy } from '../../domain/reports/funnel.ts';
import { english } from './words-en.ts';
import { dutch } from './words-nl.ts';

export type Bar = 'leads' | 'entered' | 'accepted' | 'qualified' | 'opportunities' | 'won';
export type Column = 'leads' | 'mql' | 'returned' | 'sql' | 'share' | 'won';

/** What the page of the figures says, in words that need no explanation. */
export interface ReportWords {
  locale: string;
  title: string;
  intro: string;
  back: string;
  other: { code: Language; label: string };
  period: (from: string, to: string) => string;
  periods: Record<4 | 12 | 52, string>;
  periodLabel: string;
  nothing: string;
  mqlToSql: {
    title: string;
    share: (decided: Funnel['mqlToSql']) => string;
    meaning: string;
    undecided: string;
    agreement: (kept: number, all: number) => string;
  };
  matrix: {
    title: string;
    meaning: string;
    fit: string;
    readiness: string;
    fits: Record<Verdict, string>;
    readinesses: Record<Readiness, string>;
    atSales: (count: number) => string;
    held: (count: number) => string;
  };
  funnel: {
    title: string;
    meaning: string;
    stages: Record<Bar, string>;
    stage: string;
    count: string;
    share: string;
    time: string;
    value: (euros: string) => string;
    lost: (count: number) => string;
  };
  reasons: {
    title: string;
    meaning: string;
    reason: string;
    count: string;
    names: Record<ReturnReason, string>;
    advice: Record<ReturnReason, string>;
    criteria: string;
    criterion: string;
    told: string;
    caught: string;
  };
  rows: {
    title: string;
    meaning: string;
    by: Record<FunnelBy, string>;
    of: Record<FunnelBy, string>;
    none: Record<FunnelBy, string>;
    columns: Record<Column, string>;
  };
  share: (value: number | null) => string;
  hours: (hours: number) => string;
}

/** The words of a language. */
export function reportWords(language: Language): ReportWords {
  return language === 'nl' ? dutch : english;
}
