import type { FitVerdict } from '../../../domain/fit/fit.ts';
import { undoneBy } from '../../../domain/handover/actions/standing-actions.ts';
import type { Dossier } from '../../../domain/handover/dossier/dossier.ts';
import type { Language } from '../../../domain/language.ts';
import { listed } from '../../language.ts';
import { signed } from '../../signed.ts';
import { actionLine } from './action-text.ts';
import { activityLine, activitySections } from './activity-lines.ts';
import { contradictionSection } from './contradiction-section.ts';
import { fitReasonText } from './fit-text.ts';
import { outsideLine, outsideText } from './outside-text.ts';
import { rankText } from './rank-text.ts';
import { routeText } from './route-text.ts';
import type { Section } from './section.ts';
import { type Times, timesIn } from './times.ts';
import type { DossierWords } from './words/en.ts';
import { dossierWords } from './words.ts';

interface Quote {
  text: string;
  note: string;
}

/** A dossier as text, without a look: the mail, the page, the plain text and Slack each have their own. */
export interface Story {
  language: Language;
  /** Who it is about. */
  who: string;
  headline: string;
  /** What matters most, in one line. */
  summary: string[];
  verdict: FitVerdict;
  /** The sales person it is for, if it has one. */
  forWhom?: string;
  /** When sales has to answer, or what it answered. */
  deadline: string;
  /** What a hand-raiser wrote, newest first. */
  quotes: Quote[];
  contact: { label: string; value: string; href?: string }[];
  /** What sales did with the lead, if anything. */
  answers?: Section;
  sections: Section[];
}

export interface StorySettings {
  language: Language;
  timeZone: string;
  /** Maximum per section. */
  lines: number;
}

/** What the sections are written with. */
interface Context {
  language: Language;
  words: DossierWords;
  times: Times;
}

/** A dossier in one language. Text from outside is cleaned to one line, or to clean paragraphs. */
export function storyOf(dossier: Dossier, settings: StorySettings): Story {
  const { language, lines } = settings;
  const words = dossierWords[language];
  const times = timesIn(language, settings.timeZone, dossier.handover.openedAt);
  const context = { language, words, times };
  const { contact, why, fit } = dossier;
  const name = outsideLine(contact.name ?? contact.email, 60);
  const company = contact.company && outsideLine(contact.company, 60);
  const who = company ? words.person(name, company) : name;
  return {
    language,
    who,
    headline: words.headline[why.reason](who),
    summary: [
      words.points(dossier.score.total),
      words.fit[fit.verdict],
      ...(isUnconfirmed(dossier) ? [words.unconfirmed.mark] : []),
    ],
    verdict: fit.verdict,
    ...forWhom(dossier, context),
    deadline: deadline(dossier, context),
    quotes: quotesOf(dossier, context),
    contact: contactRows(dossier, context),
    ...(dossier.actions.length > 0 && { answers: actionsSection(dossier, context, lines) }),
    sections: [
      whySection(dossier, context),
      ...contradictionSection(dossier, times, settings),
      ...activitySections(dossier.activities, times, settings),
      ...unknownSection(dossier, context),
      scoreSection(dossier, context),
      goodToKnow(dossier, context),
    ],
  };
}

/** Whether no click in a mail shows that the owner of the address is behind this hand-over. */
function isUnconfirmed({ why: { raised, restsOnUnconfirmed } }: Dossier): boolean {
  return restsOnUnconfirmed || raised?.isUnconfirmed === true;
}

function forWhom({ handover }: Dossier, { words, language }: Context): Pick<Story, 'forWhom'> {
  const { owner, to, via } = handover;
  const whose = owner ?? to;
  if (whose === undefined) return {};
  const person = words.forWhom(outsideLine(whose, 60));
  return {
    forWhom: via === undefined || owner !== undefined ? person : `${person}: ${routeText(language, via)}`,
  };
}

function deadline({ handover, answerDeadline }: Dossier, { words, times }: Context): string {
  if (handover.answer === undefined) return words.answerBefore(times.moment(answerDeadline));
  const { by, at, reason } = handover.answer;
  const who = outsideLine(by, 60);
  return reason === undefined
    ? words.accepted(who, times.moment(at))
    : words.returned(who, times.moment(at), words.returnReasons[reason]);
}

function quotesOf({ why: { raised } }: Dossier, { words, times, language }: Context): Quote[] {
  const { messages = [], earlier = 0 } = raised ?? {};
  return messages.flatMap(({ at, text, title, isUnconfirmed }, index) => {
    const cleaned = outsideText(text);
    const more = index === messages.length - 1 && earlier > 0 ? words.more(earlier) : undefined;
    const doubt = isUnconfirmed && words.alsoSaid.notConfirmed;
    const note = [title?.[language], times.moment(at), doubt, more]
      .filter((part) => part !== undefined)
      .join(', ');
    return cleaned === '' ? [] : [{ text: cleaned, note }];
  });
}

function actionsSection({ actions }: Dossier, { words, times, language }: Context, lines: number): Section {
  const shown = actions.slice(-lines);
  return {
    title: words.titles.sales,
    ...(shown.length < actions.length && { more: words.more(actions.length - shown.length) }),
    lines: shown.map((action) => actionLine(action, language, times.moment, undoneBy(action, actions))),
  };
}

function contactRows(
  { contact, fit, labels }: Dossier,
  { words, language, times }: Context,
): Story['contact'] {
  const reasons = fit.reasons.map((reason) => {
    const name = 'field' in reason ? reason.field : '';
    return outsideLine(fitReasonText(reason, labels[name]?.[language] ?? name, language));
  });
  const { phone, call, email, company, closed } = contact;
  return [
    ...(phone
      ? [{ label: words.labels.phone, value: outsideLine(phone, 40), ...(call && { href: call }) }]
      : []),
    {
      label: words.labels.email,
      value: closed ? `${email} (${words.closed[closed.why](times.moment(closed.at))})` : email,
      href: `mailto:${encodeURIComponent(email).replace('%40', '@')}`,
    },
    ...(company ? [{ label: words.labels.company, value: outsideLine(company) }] : []),
    ...contact.answers.map(({ label, value }) => ({ label: label[language], value: outsideLine(value) })),
    {
      label: words.labels.fit,
      value: `${words.verdict[fit.verdict]}: ${reasons.join(', ')}`,
    },
  ];
}

function whySection({ why, handover, score, fit }: Dossier, { words, times, language }: Context): Section {
  const facts = { threshold: score.threshold, score: handover.score, time: times.moment(handover.openedAt) };
  const worthIt = why.reason === 'hand-raiser' && fit.verdict === 'bad' ? ` ${words.worthIt}` : '';
  const chosen = handover.ranked ? ` ${rankText(handover.ranked, language)}` : '';
  const doubts = [
    ...(why.raised?.isUnconfirmed ? [words.unconfirmed.raised] : []),
    ...(why.restsOnUnconfirmed ? [words.unconfirmed.points] : []),
  ];
  const doubt = doubts.length > 0 ? ` ${[...doubts, words.unconfirmed.check].join(' ')}` : '';
  const steps = why.steps.length > 0 ? ` ${words.lastSteps}` : '';
  return {
    title: words.titles.why,
    intro: `${reasonText(why, handover.score, facts, words)}${worthIt}${chosen}${doubt}${steps}`,
    lines: why.steps.map(({ activity, points }) => ({
      ...activityLine(activity, times, language),
      points: signed(points),
    })),
  };
}

/** Why a lead was handed over: by the total, by other scores, or by both. */
function reasonText(
  { reason, reached }: Dossier['why'],
  total: number,
  facts: { threshold: number; score: number; time: string },
  words: DossierWords,
): string {
  const others = reached.map((one) => words.why.reached({ ...one, time: facts.time }));
  const isByTotal = reason !== 'threshold' || reached.length === 0 || total >= facts.threshold;
  return [...(isByTotal ? [words.why[reason](facts)] : []), ...others].join(' ');
}

function unknownSection({ contact, fit, labels }: Dossier, { words, language }: Context): Section[] {
  if (contact.unknown.length === 0) return [];
  const deciding = fit.ask.flatMap((name) => labels[name]?.[language] ?? []);
  const decides = deciding.length > 0 ? ` ${words.decides(listed(language, deciding))}` : '';
  const list = listed(
    language,
    contact.unknown.map((label) => label[language]),
  );
  return [{ title: words.titles.unknown, intro: `${list}. ${words.askFor}${decides}`, lines: [] }];
}

function scoreSection({ score }: Dossier, { words }: Context): Section {
  return {
    title: words.titles.score,
    isDetail: true,
    intro: [
      words.scoreOf(score.total, score.cap, score.threshold),
      ...(score.cut?.cap ? [words.cut.cap(score.cut.cap)] : []),
      ...(score.cut?.floor ? [words.cut.floor(score.cut.floor)] : []),
      ...(score.unconfirmed > 0 ? [words.unconfirmed.part(score.unconfirmed)] : []),
      ...score.others.map((other) => words.otherScore(other)),
    ].join(' '),
    lines: score.rules.map(({ rule, points, times, unconfirmed }) => {
      const notes = [
        ...(times > 1 ? [`${times}×`] : []),
        ...(unconfirmed > 0 ? [words.unconfirmed.ofRule(unconfirmed)] : []),
      ];
      return { text: rule, ...(notes.length > 0 && { note: notes.join(' · ') }), points: signed(points) };
    }),
  };
}

function goodToKnow(dossier: Dossier, { words, times }: Context): Section {
  const { permission, consent, knownSince } = dossier;
  const told =
    permission && (consent === 'granted' || consent === 'pending')
      ? words.permission[consent](outsideLine(permission.wording, 300), times.day(permission.at))
      : words.noPermission[permission && consent === 'withdrawn' ? 'withdrawn' : 'none'];
  return {
    title: words.titles.good,
    lines: [{ text: told }, { text: words.knownSince(times.day(knownSince)) }],
  };
}
