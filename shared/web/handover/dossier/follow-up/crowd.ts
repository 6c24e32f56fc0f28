import { markedHeadline, type NotificationView, warningLine } from '../notification.ts';
import { cut } from '../outside-text.ts';
import type { Story } from '../story.ts';
import { dossierWords } from '../words.ts';
import { followUpWords } from './words.ts';

/** What one message says about several people who asked for contact at once, or whom nobody answered in time. */
export interface CrowdView {
  headline: string;
  /** As the subject of a mail, marked when it is late or may have been sent before. */
  subject: string;
  warning?: string;
  why: string;
  openText: string;
  people: CrowdEntry[];
}

interface CrowdEntry {
  headline: string;
  summary: string;
  /** The Slack member id of the person to mention. */
  mention?: string;
  /** How long they have waited for an answer, and until when. */
  wait?: string;
  /** The beginning of what they wrote last. */
  quote?: string;
  /** How to reach them. */
  contact: Story['contact'];
  /** The page of the hand-over. */
  link: string;
}

const QUOTE_LENGTH = 300;

/** Several notifications of one crowd as one message, in their language. */
export function crowdView(notifications: readonly [NotificationView, ...NotificationView[]]): CrowdView {
  const [first] = notifications;
  const { crowd } = followUpWords[first.story.language];
  const { buttons } = dossierWords[first.story.language];
  const words = crowd[first.followUp?.overdue?.level ?? 'hand'];
  const headline = words.headline(notifications.length);
  const warning = warningLine(first);
  return {
    headline,
    subject: markedHeadline(first, headline),
    ...(warning !== undefined && { warning }),
    why: words.why,
    openText: buttons.open,
    people: notifications.map(entryOf),
  };
}

function entryOf({ story, followUp, link, mention }: NotificationView): CrowdEntry {
  const [quote] = story.quotes;
  const overdue = followUp?.overdue;
  const { phone, email } = dossierWords[story.language].labels;
  return {
    headline: overdue ? story.who : (followUp?.headline ?? story.headline),
    summary: [...story.summary, ...(story.forWhom === undefined ? [] : [story.forWhom])].join(' · '),
    ...(mention !== undefined && { mention }),
    ...(overdue && { wait: overdue.line }),
    ...(quote && { quote: cut(quote.text.replaceAll('\n', ' '), QUOTE_LENGTH) }),
    contact: story.contact.filter(({ label }) => label === phone || label === email),
    link,
  };
}
