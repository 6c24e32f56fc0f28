import type { FitVerdict } from '../../../domain/fit/fit.ts';
import type { Dossier } from '../../../domain/handover/dossier/dossier.ts';
import type { Language } from '../../../domain/language.ts';
import { actionLine } from './action-text.ts';
import { activitySections, lineOf } from './activity-lines.ts';
import { outsideLine, outsideText } from './outside-text.ts';
import { rankText } from './rank-text.ts';
import { routeText } from './route-text.ts';
import { type SalesWords, salesWordsIn } from './sales-words.ts';
import type { Section } from './section.ts';
import { type Times, timesIn } from './times.ts';
import { type Words, wordsIn } from './words.ts';

/** A dossier in words. What it looks like is for the mail, the page, the plain text and Slack to decide. */
export interface Story {
  language: Language;
  /** Who it is about. */
  who: string;
  headline: string;
  /** What matters most, in one line. */
  summary: string[];
  verdict: FitVerdict;
  /** Whom it is for, when it was given to somebody. */
  forWhom?: string;
  /** Until when an answer is awaited, or what was answered. */
  deadline: string;
  quote?: { text: string; note: string };
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

/** A dossier in one language. Text from outside is cleaned to one line, or to clean paragraphs. */
export function storyOf(dossier: Dossier, settings: StorySettings): Story {
  const words = wordsIn(settings.language);
  const times = timesIn(words.locale, settings.timeZone, dossier.handover.openedAt);
  const sales = salesWordsIn(settings.language);
  const { contact, why, fit } = dossier;
  const company = contact.company && outsideLine(contact.company, 60);
  const person = words.person(outsideLine(contact.name ?? contact.email, 60), company || undefined);
  const message = why.raised?.message && outsideText(why.raised.message);
  return {
    language: settings.language,
    who: person,
    headline: words.headline[why.reason](person),
    summary: [words.points(dossier.score.total), words.fit[fit.verdict]],
    verdict: fit.verdict,
    ...forWhomOf(dossier, sales, settings.language),
    deadline: deadlineOf(dossier, words, sales, times),
    ...(message &&
      why.raised && {
        quote: {
          text: message,
          note: words.sentIn(why.raised.title?.[settings.language], times.moment(why.raised.at)),
        },
      }),
    contact: contactRows(dossier, words, settings.language),
    ...(dossier.actions.length > 0 && {
      answers: answersSection(dossier, words, sales, times, settings.lines),
    }),
    sections: [
      whySection(dossier, words, times, settings.language),
      ...activitySections(dossier.activities, words, times, settings),
      ...unknownSection(dossier, words, settings.language),
      scoreSection(dossier, words),
      goodToKnow(dossier, words, times),
    ],
  };
}

function forWhomOf(
  { handover: { to, via } }: Dossier,
  sales: SalesWords,
  language: Language,
): Pick<Story, 'forWhom'> {
  if (to === undefined) return {};
  const forWhom = sales.forWhom(outsideLine(to, 60));
  return { forWhom: via === undefined ? forWhom : `${forWhom}: ${routeText(language, via)}` };
}

function deadlineOf(
  { handover, answerDeadline }: Dossier,
  words: Words,
  sales: SalesWords,
  times: Times,
): string {
  if (handover.answer === undefined) return words.answerBefore(times.moment(answerDeadline));
  const { by, at, reason } = handover.answer;
  const who = outsideLine(by, 60);
  return reason === undefined
    ? sales.accepted(who, times.moment(at))
    : sales.returned(who, times.moment(at), sales.reasons[reason]);
}

function answersSection(
  { actions }: Dossier,
  words: Words,
  sales: SalesWords,
  times: Times,
  lines: number,
): Section {
  const shown = actions.slice(-lines);
  return {
    title: sales.title,
    ...(shown.length < actions.length && { more: words.more(actions.length - shown.length) }),
    lines: shown.map((action) =>
      actionLine(action, sales, { locale: words.locale, when: times.moment(action.at) }),
    ),
  };
}

function contactRows({ contact, fit, labels }: Dossier, words: Words, language: Language): Story['contact'] {
  const reasons = fit.reasons.map((reason) => {
    const name = 'field' in reason ? reason.field : '';
    return outsideLine(words.fitReason(reason, labels[name]?.[language] ?? name));
  });
  const { phone, email, company } = contact;
  const dial = phone && dialled(phone);
  return [
    ...(phone
      ? [{ label: words.labels.phone, value: outsideLine(phone, 40), ...(dial && { href: `tel:${dial}` }) }]
      : []),
    {
      label: words.labels.email,
      value: email,
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

/** The number as a phone dials it; undefined when it is none. `+31 (0)6` is dialled without the zero. */
function dialled(phone: string): string | undefined {
  const number = phone.replace(/^(\s*\+.*?)\(0\)/, '$1').replace(/[^\d+]/g, '');
  return /^\+?\d{5,15}$/.test(number) ? number : undefined;
}

function whySection(
  { why, handover, score, fit }: Dossier,
  words: Words,
  times: Times,
  language: Language,
): Section {
  const facts = { threshold: score.threshold, score: handover.score, time: times.moment(handover.openedAt) };
  const worthIt = why.reason === 'hand-raiser' && fit.verdict === 'bad' ? ` ${words.worthIt}` : '';
  const chosen = handover.ranked ? ` ${rankText(handover.ranked, language)}` : '';
  const steps = why.steps.length > 0 ? ` ${words.lastSteps}` : '';
  return {
    title: words.titles.why,
    intro: `${words.why[why.reason](facts)}${worthIt}${chosen}${steps}`,
    lines: why.steps.map(({ activity, points }) => ({
      ...lineOf(activity, words, times, language),
      points: `+${points}`,
    })),
  };
}

function unknownSection({ contact, fit, labels }: Dossier, words: Words, language: Language): Section[] {
  if (contact.unknown.length === 0) return [];
  const listed = (names: string[]) => new Intl.ListFormat(words.locale).format(names);
  const deciding = fit.ask.flatMap((name) => labels[name]?.[language] ?? []);
  const decides = deciding.length > 0 ? ` ${words.decides(listed(deciding))}` : '';
  const list = listed(contact.unknown.map((label) => label[language]));
  return [{ title: words.titles.unknown, intro: `${list}. ${words.askFor}${decides}`, lines: [] }];
}

function scoreSection({ score }: Dossier, words: Words): Section {
  return {
    title: words.titles.score,
    isDetail: true,
    intro: words.scoreOf(score.total, score.cap, score.threshold),
    lines: score.rules.map(({ rule, points, times }) => ({
      text: rule,
      ...(times > 1 && { note: `${times}×` }),
      points: `+${points}`,
    })),
  };
}

function goodToKnow({ permission, knownSince }: Dossier, words: Words, times: Times): Section {
  const consent = permission
    ? words.permission(outsideLine(permission.wording, 300), times.day(permission.at))
    : words.noPermission;
  return {
    title: words.titles.good,
    lines: [{ text: consent }, { text: words.knownSince(times.day(knownSince)) }],
  };
}
