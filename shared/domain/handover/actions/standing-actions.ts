import type { SalesAction } from './action.ts';

/** An action as it counts after all corrections, under the number and at the time of the one it corrects. */
export interface StandingAction {
  /** With the number and the time at which it was first told. */
  action: SalesAction;
  /** The number of its last correction, or its own. */
  told: number;
}

/** What sales did as it counts now, in order: corrected, and without what was taken back. */
export function standingActions(actions: readonly SalesAction[]): StandingAction[] {
  const standing = new Map<number, StandingAction>();
  for (const action of actions) {
    if (action.action === 'reopen') {
      standing.delete(rootOf(standing, action.undoes));
    } else if (action.replaces !== undefined) {
      const root = rootOf(standing, action.replaces);
      const first = standing.get(root)?.action;
      if (first !== undefined) standing.set(root, { action: inPlaceOf(first, action), told: action.number });
    } else {
      standing.set(action.number, { action, told: action.number });
    }
  }
  return [...standing.values()];
}

/** The action that corrected another or took it back; undefined while it stands. */
export function undoneBy(
  { number }: Pick<SalesAction, 'number'>,
  actions: readonly SalesAction[],
): SalesAction | undefined {
  return actions.find((one) => one.replaces === number || (one.action === 'reopen' && one.undoes === number));
}

function rootOf(standing: ReadonlyMap<number, StandingAction>, number: number): number {
  for (const [root, { told }] of standing) if (told === number) return root;
  return number;
}

function inPlaceOf(
  { number, at, ...first }: SalesAction,
  { becomes: _, earlier: __, ...action }: SalesAction,
): SalesAction {
  const before = 'before' in first && first.before !== undefined ? { before: first.before } : {};
  return { ...action, ...before, number, at } as SalesAction;
}
