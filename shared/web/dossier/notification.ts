import type { Story } from './story.ts';
import { wordsIn } from './words.ts';

/** What sales is sent about a hand-over. */
export interface Notification {
  story: Story;
  /** The page of the hand-over. */
  link: string;
  /** An earlier attempt may have arrived: then it says so. */
  repeat: boolean;
}

/** The first line of a notification that may have been sent before. */
export function repeatLine({ story, repeat }: Notification): string | undefined {
  const { mark, line } = wordsIn(story.language).repeat;
  return repeat ? `${mark} ${line}` : undefined;
}

/** The headline, marked when it may have been sent before. */
export function markedHeadline({ story, repeat }: Notification): string {
  return repeat ? `${wordsIn(story.language).repeat.mark} ${story.headline}` : story.headline;
}
