import { byTime } from '../../../domain/handover/dossier/activities.ts';
import type { Dossier } from '../../../domain/handover/dossier/dossier.ts';
import type { Language } from '../../../domain/language.ts';
import { outsideLine } from './outside-text.ts';
import type { Section } from './section.ts';
import type { Times } from './times.ts';
import { dossierWords } from './words.ts';

/** What others said instead of the contact details that count, with who did, the last of it. None if nobody did. */
export function contradictionSection(
  { contradictions, labels }: Pick<Dossier, 'contradictions' | 'labels'>,
  times: Times,
  { lines: most, language }: { lines: number; language: Language },
): Section[] {
  if (contradictions.length === 0) return [];
  const { titles, alsoSaid, more } = dossierWords[language];
  const shown = [...contradictions].sort(byTime).slice(-most);
  return [
    {
      title: titles.alsoSaid,
      intro: alsoSaid.intro,
      ...(shown.length < contradictions.length && { more: more(contradictions.length - shown.length) }),
      lines: shown.map(({ field, value, at, source, rank }) => {
        const [, form] = /^form (.*)$/.exec(source) ?? [];
        const who = outsideLine(form === undefined ? source : alsoSaid.form(form));
        const doubt = rank === 'form' ? [alsoSaid.notConfirmed] : [];
        return {
          text: `${labels[field]?.[language] ?? field}: ${outsideLine(value)}`,
          note: [who, ...doubt, times.day(at)].join(' · '),
        };
      }),
    },
  ];
}
