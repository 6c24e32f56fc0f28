import type { Activity } from '../../../domain/handover/dossier/activity.ts';
import type { Language } from '../../../domain/language.ts';
import { stay } from '../../duration.ts';
import { outsideLine } from './outside-text.ts';
import type { Line, Section } from './section.ts';
import type { Times } from './times.ts';
import { dossierWords } from './words.ts';

const KINDS = ['asked', 'read', 'mailed', 'did'] as const satisfies Activity['kind'][];

/** A section for each kind of activity, oldest first. A long history keeps its last lines. */
export function activitySections(
  activities: readonly Activity[],
  times: Times,
  { lines, language }: { lines: number; language: Language },
): Section[] {
  const words = dossierWords[language];
  return KINDS.flatMap((kind) => {
    const all = activities.filter((activity) => activity.kind === kind);
    if (all.length === 0) return [];
    const shown = all.slice(-lines);
    return {
      title: words.titles[kind],
      ...(shown.length < all.length && { more: words.more(all.length - shown.length) }),
      lines: shown.map((activity) => activityLine(activity, times, language)),
    };
  });
}

/** One activity as text. */
export function activityLine(activity: Activity, times: Times, language: Language): Line {
  const often = activity.times > 1 && activity.kind !== 'mailed' ? [`${activity.times}×`] : [];
  const when = [...often, times.moment(activity.at)];
  switch (activity.kind) {
    case 'asked': {
      const doubt = activity.unproven ? [dossierWords[language].unproven] : [];
      const text = activity.title?.[language] ?? outsideLine(activity.form);
      return { text, note: [...when, ...doubt].join(' · ') };
    }
    case 'read': {
      const path = outsideLine(activity.path, 80);
      const title = activity.title && outsideLine(activity.title);
      const { seconds } = activity;
      const stayed = seconds === undefined ? [] : [dossierWords[language].stayed(stay(language, seconds))];
      return { text: title || path, note: [...(title ? [path] : []), ...when, ...stayed].join(' · ') };
    }
    case 'mailed':
      return { text: dossierWords[language].mail(activity.opened, activity.clicks), note: when.join(' · ') };
    case 'did': {
      const details = outsideLine(activity.details.join(', '));
      return { text: outsideLine(activity.name), note: [...(details ? [details] : []), ...when].join(' · ') };
    }
  }
}
