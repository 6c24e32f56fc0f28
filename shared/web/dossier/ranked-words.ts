import type { Ranked } from '../../domain/stalled/rank.ts';
import type { Language } from './words.ts';

/** By what a stalled lead was chosen among others, as a sentence. */
export function rankedWords(ranked: Ranked, language: Language): string {
  if (!('chance' in ranked)) {
    const { won, lost, enough } = ranked;
    return language === 'nl'
      ? `Gekozen op fit en score: er is nog te weinig afgelopen om de kans te kennen (${won + lost} van ${enough}, waarvan ${won} klant werden).`
      : `Chosen by fit and score: too few have ended yet to know the chance (${won + lost} of ${enough}, of which ${won} became customers).`;
  }
  const [part, whole] = fractionOf(ranked.chance);
  return language === 'nl'
    ? `Van leads als deze werd ongeveer ${part} op de ${whole} klant.`
    : `Of leads like this one, about ${part} in ${whole} became a customer.`;
}

/** A chance as people say it: 1 in 4, or 7 in 10 when it is more than a half. Nobody is told that it is certain. */
function fractionOf(chance: number): [part: number, whole: number] {
  if (chance > 0.5) return [Math.min(9, Math.round(chance * 10)), 10];
  return [1, Math.min(100, Math.round(1 / Math.max(chance, 0.01)))];
}
