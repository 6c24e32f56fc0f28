import type { OccasionLines } from './occasion.ts';
import type { Story } from './story.ts';
import { wordsIn } from './words.ts';

/** What sales is sent about a hand-over. */
export interface Notification {
  story: Story;
  /** The page of the hand-over. */
  link: string;
  /** What it says instead of the headline and the deadline, when sales was told of the hand-over before. */
  occasion?: OccasionLines;
  /** It was answered already: then there is nothing to accept or return. */
  isAnswered?: boolean;
  /** Whom to mention in Slack, by the id of the member. */
  mention?: string;
  /** An earlier attempt may have arrived: then it says so. */
  repeat: boolean;
}

/** The first line of a notification that may have been sent before. */
export function repeatLine({ story, repeat }: Notification): string | undefined {
  const { mark, line } = wordsIn(story.language).repeat;
  return repeat ? `${mark} ${line}` : undefined;
}

/** The headline, marked when it may have been sent before. */
export function markedHeadline({ story, repeat, occasion }: Notification): string {
  const headline = occasion?.headline ?? story.headline;
  return repeat ? `${wordsIn(story.language).repeat.mark} ${headline}` : headline;
}

/** The lines about why it is told again, and until when an answer is awaited or what happens next. */
export function occasionOf({ story, occasion }: Notification): { notice?: string; next: string } {
  const next = occasion?.next ?? story.deadline;
  return { next, ...(occasion && { notice: occasion.notice }) };
}

/** Why somebody gets it. */
export function sentBecause({ story, occasion }: Notification): string {
  return occasion?.sentBecause ?? wordsIn(story.language).sentBecause;
}
