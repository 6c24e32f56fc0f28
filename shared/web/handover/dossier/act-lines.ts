import type { Act } from '../../../domain/handover/dossier/act.ts';
import type { Language } from '../../../domain/language.ts';
import { outsideLine } from './outside-text.ts';
import type { Line, Section } from './section.ts';
import type { Times } from './times.ts';
import type { Title, Words } from './words.ts';

const KINDS = ['asked', 'read', 'mailed', 'did'] as const satisfies Title[];

/** A section for each kind of act, in order of time. Of a long history the last lines stay. */
export function actSections(
  acts: readonly Act[],
  words: Words,
  times: Times,
  { lines, language }: { lines: number; language: Language },
): Section[] {
  return KINDS.flatMap((kind) => {
    const all = acts.filter((act) => act.kind === kind);
    if (all.length === 0) return [];
    const shown = all.slice(-lines);
    return {
      title: words.titles[kind],
      ...(shown.length < all.length && { more: words.more(all.length - shown.length) }),
      lines: shown.map((act) => lineOf(act, words, times, language)),
    };
  });
}

/** One act in words. */
export function lineOf(act: Act, words: Words, times: Times, language: Language): Line {
  const often = act.times > 1 && act.kind !== 'mailed' ? [`${act.times}×`] : [];
  const when = [...often, times.moment(act.at)];
  switch (act.kind) {
    case 'asked':
      return { text: act.title?.[language] ?? outsideLine(act.form), note: when.join(' · ') };
    case 'read': {
      const path = outsideLine(act.path, 80);
      const title = act.title && outsideLine(act.title);
      return { text: title || path, note: [...(title ? [path] : []), ...when].join(' · ') };
    }
    case 'mailed':
      return { text: words.mail(act.opened, act.clicks), note: when.join(' · ') };
    case 'did': {
      const details = outsideLine(act.details.join(', '));
      return { text: outsideLine(act.name), note: [...(details ? [details] : []), ...when].join(' · ') };
    }
  }
}
