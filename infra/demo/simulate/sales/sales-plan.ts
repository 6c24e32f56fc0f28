import type { HandoverReason } from '../../../../shared/domain/handover/handover.ts';
import type { Random } from '../random.ts';
import { type Move, moves, type SaidBySales } from './sales-moves.ts';

/** Something that sales does, so many of its moments after what it did before. */
export interface Step {
  wait: number;
  says: SaidBySales;
}

/** How hand-overs go: of 100 on points, of raised hands and of offers of stalled leads, so many go this way. */
const ways: readonly { shares: Record<HandoverReason, number>; moves: readonly Move[] }[] = [
  { shares: of(18, 10, 25), moves: ['refuse'] },
  { shares: of(10, 7, 20), moves: ['accept', 'miss', 'miss', 'give up calling'] },
  { shares: of(12, 8, 20), moves: ['accept', 'reach', 'give back'] },
  { shares: of(10, 10, 10), moves: ['accept', 'miss', 'reach', 'lose'] },
  { shares: of(8, 8, 5), moves: ['accept', 'reach', 'qualify'] },
  { shares: of(8, 9, 5), moves: ['accept', 'miss', 'reach', 'qualify', 'prove'] },
  { shares: of(10, 13, 5), moves: ['accept', 'reach', 'qualify', 'prove', 'lose'] },
  { shares: of(24, 35, 10), moves: ['accept', 'reach', 'qualify', 'prove', 'win'] },
];

/** Most are answered when the mail is read; one in five after sales, or even its manager, was reminded. */
const ANSWERED_AFTER = [0, 0, 0, 0, 0, 0, 0, 0, 3, 6] as const;

/** What sales will do with a hand-over: hangs on chance and on the reason for it, on nothing else. */
export function planOf(reason: HandoverReason, random: Random): Step[] {
  const answered = random.pick(ANSWERED_AFTER);
  return wayOf(reason, random.between(0, 99)).map((name, index) => {
    const { least, most, say } = moves[name];
    return { wait: index === 0 ? answered : random.between(least, most), says: say(random) };
  });
}

function wayOf(reason: HandoverReason, drawn: number): readonly Move[] {
  let place = drawn;
  for (const { shares, moves } of ways) {
    if (place < shares[reason]) return moves;
    place -= shares[reason];
  }
  return [];
}

function of(threshold: number, handRaiser: number, stalled: number): Record<HandoverReason, number> {
  return { threshold, 'hand-raiser': handRaiser, stalled };
}
