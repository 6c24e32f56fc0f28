import type { RankBasis } from '../../../domain/handover/handover.ts';
import type { Language } from '../../../domain/language.ts';

/** By what a stalled lead was chosen among others, as a sentence. */
export function rankText(ranked: RankBasis, language: Language): string {
  return 'chance' in ranked
    ? words[language].chance(...fractionOf(ranked.chance))
    : withoutChance(ranked, language);
}

function withoutChance(
  { won, lost, enough }: Exclude<RankBasis, { chance: number }>,
  language: Language,
): string {
  const { few, uneven } = words[language];
  return won + lost < enough ? few(won + lost, enough) : uneven(won, lost);
}

/** A chance as people say it: 1 in 4, or 7 in 10 when it is more than a half. Nobody is told that it is certain. */
function fractionOf(chance: number): [part: number, whole: number] {
  if (chance > 0.5) return [Math.min(9, Math.round(chance * 10)), 10];
  return [1, Math.min(100, Math.round(1 / Math.max(chance, 0.01)))];
}

const words = {
  en: {
    chance: (part: number, whole: number) =>
      `Of leads like this one, about ${part} in ${whole} became a customer.`,
    few: (ended: number, enough: number) =>
      `Chosen by fit and score: there are too few outcomes yet to know the chance (${ended} of ${enough}).`,
    uneven: (won: number, lost: number) =>
      `Chosen by fit and score: nearly all leads ended alike, so the chance is not known (${won} won, ${lost} lost).`,
  },
  nl: {
    chance: (part: number, whole: number) => `Van leads als deze werd ongeveer ${part} op de ${whole} klant.`,
    few: (ended: number, enough: number) =>
      `Gekozen op fit en score: er zijn nog te weinig uitkomsten om de kans te kennen (${ended} van ${enough}).`,
    uneven: (won: number, lost: number) =>
      `Gekozen op fit en score: bijna alle leads liepen hetzelfde af, dus de kans is niet bekend (${won} gewonnen, ${lost} verloren).`,
  },
};
