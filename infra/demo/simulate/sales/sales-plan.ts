import type { HandoverReason } from '../../../../shared/domain/handover/handover.ts';
import type { Random } from '../random.ts';
import { type Move, moves, type SalesAction } from './sales-moves.ts';

/** An action of sales, and how many shifts after the previous one it comes. */
export interface PlannedAction {
  wait: number;
  action: SalesAction;
}

/** The ways a hand-over may go, with how many of 100 go so: by threshold, by raised hand, stalled. */
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

/** Shifts until the first answer: mostly none; one in five answers after a reminder to sales or the manager. */
const SHIFTS_UNTIL_ANSWER = [0, 0, 0, 0, 0, 0, 0, 0, 3, 6] as const;

/** What sales will do with a hand-over. Depends only on its reason and on chance. */
export function planOf(reason: HandoverReason, random: Random): PlannedAction[] {
  const answered = random.pick(SHIFTS_UNTIL_ANSWER);
  return wayOf(reason, random.between(0, 99)).map((name, index) => {
    const { least, most, action } = moves[name];
    return { wait: index === 0 ? answered : random.between(least, most), action: action(random) };
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
