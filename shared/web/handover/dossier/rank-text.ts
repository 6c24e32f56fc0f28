import type { RankBasis } from '../../../domain/handover/handover.ts';
import type { Language } from '../../../domain/language.ts';
import { dossierWords } from './words.ts';

/** How a stalled lead was chosen among others, as a sentence. */
export function rankText(basis: RankBasis, language: Language): string {
  const { rank } = dossierWords[language];
  if ('chance' in basis) return rank.chance(...fractionOf(basis.chance));
  const { won, lost, enough } = basis;
  return won + lost < enough ? rank.tooFew(won + lost, enough) : rank.uneven(won, lost);
}

/** A chance as people say it: 1 in 4, or 7 in 10 when it is more than a half. Never certain, nor impossible. */
function fractionOf(chance: number): [part: number, whole: number] {
  if (chance > 0.5) return [Math.min(9, Math.round(chance * 10)), 10];
  return [1, Math.min(100, Math.round(1 / Math.max(chance, 0.01)))];
}
