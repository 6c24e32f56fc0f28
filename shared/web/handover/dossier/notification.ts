import type { FollowUpLines } from './follow-up.ts';
import type { Story } from './story.ts';
import { dossierWords } from './words.ts';

/** What sales is sent about a hand-over. */
export interface NotificationView {
  story: Story;
  /** The page of the hand-over. */
  link: string;
  /** Replaces the headline and the deadline if sales was notified of the hand-over before. */
  followUp?: FollowUpLines;
  /** There is nothing left to accept or return. */
  isAnswered?: boolean;
  /** The Slack member id of the person to mention. */
  mention?: string;
  /** An earlier attempt may have arrived; the notification says so. */
  isRepeat: boolean;
}

/** The first line of a notification that may have been sent before. */
export function repeatLine({ story, isRepeat }: NotificationView): string | undefined {
  const { mark, line } = dossierWords[story.language].repeat;
  return isRepeat ? `${mark} ${line}` : undefined;
}

/** The headline, marked when it may have been sent before. */
export function markedHeadline({ story, isRepeat, followUp }: NotificationView): string {
  const headline = followUp?.headline ?? story.headline;
  return isRepeat ? `${dossierWords[story.language].repeat.mark} ${headline}` : headline;
}

/** Why sales is notified again, and what happens next or when it has to answer. */
export function noticeLines({ story, followUp }: NotificationView): { notice?: string; next: string } {
  const next = followUp?.next ?? story.deadline;
  return { next, ...(followUp && { notice: followUp.notice }) };
}

/** Why the recipient gets the notification. */
export function sentBecause({ story, followUp }: NotificationView): string {
  return followUp?.sentBecause ?? dossierWords[story.language].sentBecause;
}
