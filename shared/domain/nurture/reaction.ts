import type { Instant } from '../time.ts';
import type { BotSign } from '../tracking/event.ts';

/** What shows that no person followed a link; `head`: only asked where it leads, as no browser does. */
type MachineSign = BotSign | 'head';
const SIGNS: readonly string[] = ['user-agent', 'prefetch', 'head'] satisfies MachineSign[];

/**
 * A mail's pixel was loaded, one of its links was fetched, or the tracker saw the page of a link. `by` tells the clients
 * of one mail apart, and says nothing else about them.
 */
export type Reaction =
  | { kind: 'open'; at: Instant; bot?: BotSign; by?: string }
  | { kind: 'click'; at: Instant; link: number; bot?: MachineSign; by?: string }
  | { kind: 'view'; at: Instant; link: number; by?: string };

const BY = '~';

/** A reaction as a string: strings sort by time, and a set of them has no duplicates. */
export function formatReaction(reaction: Reaction): string {
  const link = reaction.kind === 'open' ? '' : ` ${reaction.link}`;
  const bot = reaction.kind !== 'view' && reaction.bot ? ` ${reaction.bot}` : '';
  const by = reaction.by === undefined ? '' : ` ${BY}${reaction.by}`;
  return `${reaction.at} ${reaction.kind}${link}${bot}${by}`;
}

/** The reactions in such strings, oldest first. */
export function parseReactions(texts: Iterable<string>): Reaction[] {
  return [...texts].sort().flatMap((text) => parseReaction(text) ?? []);
}

function parseReaction(text: string): Reaction | undefined {
  const words = text.split(' ');
  const [by] = words.filter((word) => word.startsWith(BY));
  const [at = '', kind, ...rest] = words;
  const base = { at, ...(by !== undefined && { by: by.slice(BY.length) }) };
  if (kind === 'open') return { kind, ...base, ...signIn<BotSign>(rest[0]) };
  if (kind === 'click') return { kind, ...base, link: Number(rest[0]), ...signIn<MachineSign>(rest[1]) };
  return kind === 'view' ? { kind, ...base, link: Number(rest[0]) } : undefined;
}

function signIn<S extends MachineSign>(text: string | undefined): { bot?: S } {
  return text !== undefined && SIGNS.includes(text) ? { bot: text as S } : {};
}

/** The event ids of an open and of a click: a mail counts once for its open and once for each link. */
export const openEventId = (mail: string) => `open-${mail}`;
export const clickEventId = (mail: string, link: number) => `click-${mail}-${link}`;
