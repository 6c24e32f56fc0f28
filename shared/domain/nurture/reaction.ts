import type { Instant } from '../time.ts';
import type { BotSign } from '../tracking/event.ts';

/** A mail's pixel was loaded, one of its links was fetched, or the tracker saw the page of a link. */
export type Reaction =
  | { kind: 'open'; at: Instant; bot?: BotSign }
  | { kind: 'click'; at: Instant; link: number; bot?: BotSign }
  | { kind: 'view'; at: Instant; link: number };

/** A reaction as a string: strings sort by time, and a set of them has no duplicates. */
export function formatReaction(reaction: Reaction): string {
  const link = reaction.kind === 'open' ? '' : ` ${reaction.link}`;
  const bot = reaction.kind !== 'view' && reaction.bot ? ` ${reaction.bot}` : '';
  return `${reaction.at} ${reaction.kind}${link}${bot}`;
}

/** The reactions in such strings, oldest first. */
export function parseReactions(texts: Iterable<string>): Reaction[] {
  return [...texts].sort().flatMap((text) => parseReaction(text) ?? []);
}

function parseReaction(text: string): Reaction | undefined {
  const [at = '', kind, ...rest] = text.split(' ');
  if (kind === 'open') return { kind, at, ...botIn(rest[0]) };
  if (kind === 'click') return { kind, at, link: Number(rest[0]), ...botIn(rest[1]) };
  return kind === 'view' ? { kind, at, link: Number(rest[0]) } : undefined;
}

function botIn(text: string | undefined): { bot?: BotSign } {
  return text === 'user-agent' || text === 'prefetch' ? { bot: text } : {};
}

/** The event ids of an open and of a click: a mail counts once for its open and once for each link. */
export const openEventId = (mail: string) => `open-${mail}`;
export const clickEventId = (mail: string, link: number) => `click-${mail}-${link}`;
