import type { FollowUpLines } from './follow-up/follow-up.ts';
import type { Story } from './story.ts';
import { dossierWords } from './words.ts';

/** What sales is sent about a hand-over. */
export interface NotificationView {
  story: Story;
  /** The page of the hand-over. */
  link: string;
  /** The lead in the console, for those who can sign in. */
  console?: string;
  /** Replaces the headline and the deadline if sales was notified of the hand-over before. */
  followUp?: FollowUpLines;
  /** There is nothing left to accept or return. */
  isAnswered?: boolean;
  /** The Slack member id of the person to mention. */
  mention?: string;
  /** An earlier attempt may have arrived; the notification says so. */
  isRepeat: boolean;
  /** When it should have arrived, if that is long ago; the notification says so. */
  lateSince?: string;
}

/** The first line of a notification that is late, or may have been sent before. */
export function warningLine(notification: NotificationView): string | undefined {
  const lines = warningsOf(notification).map(({ mark, line }) => `${mark} ${line}`);
  return lines.length > 0 ? lines.join(' ') : undefined;
}

/** The headline, marked when it is late or may have been sent before. */
export function markedHeadline(
  notification: NotificationView,
  headline = notification.followUp?.headline ?? notification.story.headline,
): string {
  return [...warningsOf(notification).map(({ mark }) => mark), headline].join(' ');
}

function warningsOf({ story, isRepeat, lateSince }: NotificationView): { mark: string; line: string }[] {
  const { late, repeat } = dossierWords[story.language];
  return [
    ...(lateSince === undefined ? [] : [{ mark: late.mark, line: late.line(lateSince) }]),
    ...(isRepeat ? [{ mark: repeat.mark, line: repeat.line }] : []),
  ];
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
