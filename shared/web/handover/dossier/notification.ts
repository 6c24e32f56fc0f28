import type { FollowUpLines } from './follow-up.ts';
import type { Story } from './story.ts';
import { wordsIn } from './words.ts';

/** What sales is sent about a hand-over. */
export interface NotificationView {
  story: Story;
  /** The page of the hand-over. */
  link: string;
  /** What it says instead of the headline and the deadline, when sales was told of the hand-over before. */
  followUp?: FollowUpLines;
  /** It was answered already: then there is nothing to accept or return. */
  isAnswered?: boolean;
  /** Whom to mention in Slack, by the id of the member. */
  mention?: string;
  /** An earlier attempt may have arrived: then it says so. */
  isRepeat: boolean;
}

/** The first line of a notification that may have been sent before. */
export function repeatLine({ story, isRepeat }: NotificationView): string | undefined {
  const { mark, line } = wordsIn(story.language).repeat;
  return isRepeat ? `${mark} ${line}` : undefined;
}

/** The headline, marked when it may have been sent before. */
export function markedHeadline({ story, isRepeat, followUp: occasion }: NotificationView): string {
  const headline = occasion?.headline ?? story.headline;
  return isRepeat ? `${wordsIn(story.language).repeat.mark} ${headline}` : headline;
}

/** The lines about why it is told again, and until when an answer is awaited or what happens next. */
export function occasionOf({ story, followUp: occasion }: NotificationView): {
  notice?: string;
  next: string;
} {
  const next = occasion?.next ?? story.deadline;
  return { next, ...(occasion && { notice: occasion.notice }) };
}

/** Why somebody gets it. */
export function sentBecause({ story, followUp: occasion }: NotificationView): string {
  return occasion?.sentBecause ?? wordsIn(story.language).sentBecause;
}
