/** The kinds of people of a simulation. */
export const kinds = [
  'reader',
  'fan',
  'sleeper',
  'link scanner',
  'hand-raiser',
  'unsubscriber',
  'moved away',
] as const;
export type Kind = (typeof kinds)[number];

/** How likely each action is for a kind of person, from 0 to 1. */
export interface Habits {
  /** How many of 100 people are of this kind. */
  share: number;
  confirms: number;
  opens: number;
  /** Of the mails that were opened. */
  clicks: number;
  /** Returns to the website unasked, in half a day. */
  returns: number;
}

/** A link scanner is a program that checks the mail of a person who reads nothing. */
export const habits: Record<Kind, Habits> = {
  reader: { share: 38, confirms: 0.85, opens: 0.6, clicks: 0.35, returns: 0.03 },
  fan: { share: 7, confirms: 0.95, opens: 0.9, clicks: 0.7, returns: 0.2 },
  sleeper: { share: 30, confirms: 0.5, opens: 0.08, clicks: 0.05, returns: 0 },
  'link scanner': { share: 9, confirms: 0.6, opens: 0, clicks: 0, returns: 0 },
  'hand-raiser': { share: 6, confirms: 0.9, opens: 0.7, clicks: 0.5, returns: 0.06 },
  unsubscriber: { share: 9, confirms: 0.9, opens: 0.5, clicks: 0.1, returns: 0 },
  'moved away': { share: 1, confirms: 0, opens: 0, clicks: 0, returns: 0 },
};

/** The kind of person number n: every hundred people holds each kind in its share. */
export function kindOf(n: number): Kind {
  // 37 and 100 have no common divisor, so this mixes the kinds and leaves none out.
  let place = (n * 37) % 100;
  for (const kind of kinds) {
    if (place < habits[kind].share) return kind;
    place -= habits[kind].share;
  }
  return 'sleeper';
}
