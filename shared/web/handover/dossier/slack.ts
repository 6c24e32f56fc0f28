import { answerLink } from '../handover-link.ts';
import type { CrowdView } from './follow-up/crowd.ts';
import { markedHeadline, type NotificationView, noticeLines, warningLine } from './notification.ts';
import { cut } from './outside-text.ts';
import type { Line, Section } from './section.ts';
import { dossierWords } from './words.ts';

/** The body of a call to an incoming webhook. */
export interface SlackMessage {
  /** For notifications and screen readers, which do not show the blocks. */
  text: string;
  blocks: SlackBlock[];
  unfurl_links: false;
  unfurl_media: false;
}

type Markdown = { type: 'mrkdwn'; text: string; verbatim: true };
type Plain = { type: 'plain_text'; text: string; emoji: false };

export type SlackBlock =
  | { type: 'header'; text: Plain }
  | { type: 'section'; text: Markdown }
  | { type: 'context'; elements: Markdown[] }
  | { type: 'divider' }
  | { type: 'actions'; elements: Button[] };

interface Button {
  type: 'button';
  text: Plain;
  url: string;
  style?: 'primary';
}

/** Slack refuses a message with more or longer parts. (docs.slack.dev/reference/block-kit/blocks) */
const LIMITS = { blocks: 50, header: 150, section: 3_000, button: 75, context: 2_000 };

/** The message about a hand-over. Text from outside can neither mention people nor become a link. */
export function slackMessage(notification: NotificationView): SlackMessage {
  const { story, link, isAnswered, mention, console } = notification;
  const words = dossierWords[story.language];
  const headline = markedHeadline(notification);
  const { notice, next } = noticeLines(notification);
  const warning = warningLine(notification);
  const contact = story.contact.map(({ label, value }) => `*${escaped(label)}* ${escaped(value)}`);
  const blocks: SlackBlock[] = [
    { type: 'header', text: plain(headline, LIMITS.header) },
    ...(warning ? [context(warning)] : []),
    section([`*${escaped(story.summary.join(' · '))}*`, ...toWhom(story.forWhom, mention)]),
    ...(notice ? [section([escaped(notice)])] : []),
    ...story.quotes.flatMap(({ text, note }) => [
      section(text.split('\n').map((line) => `>${escaped(line)}`)),
      context(note),
    ]),
    section(contact),
    {
      type: 'actions',
      elements: [
        ...(isAnswered
          ? []
          : [
              { ...button(words.buttons.accept, answerLink(link, 'accept')), style: 'primary' as const },
              button(words.buttons.return, answerLink(link, 'return')),
            ]),
        button(words.buttons.open, link),
        ...(console === undefined ? [] : [button(words.buttons.console, console)]),
      ],
    },
    context(next),
    { type: 'divider' },
    ...(story.answers ? [section(sectionLines(story.answers))] : []),
    ...story.sections.map((part) => section(sectionLines(part))),
  ];
  return {
    text: escapedWithin(headline, LIMITS.section),
    blocks: blocks.slice(0, LIMITS.blocks),
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** The message about several people at once, as many as fit. */
export function slackCrowd({ headline, subject, warning, why, openText, people }: CrowdView): SlackMessage {
  const blocks: SlackBlock[] = [
    { type: 'header', text: plain(headline, LIMITS.header) },
    ...(warning ? [context(warning)] : []),
    section([escaped(why)]),
    ...people.map(({ headline: who, summary, mention, wait, quote, contact, link }) =>
      section([
        `*${escaped(who)}*`,
        ...toWhom(summary, mention),
        ...(wait ? [escaped(wait)] : []),
        ...(quote ? [`>${escaped(quote)}`] : []),
        ...contact.map(({ label, value }) => `*${escaped(label)}* ${escaped(value)}`),
        `<${link}|${escaped(openText)}>`,
      ]),
    ),
  ];
  return {
    text: escapedWithin(subject, LIMITS.section),
    blocks: blocks.slice(0, LIMITS.blocks),
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** A line that ends with whom it is for. Only a member id from the playbook becomes a mention. */
function toWhom(line: string | undefined, mention: string | undefined): string[] {
  const parts = [...(line ? [escaped(line)] : []), ...(mention ? [`<@${mention}>`] : [])];
  return parts.length > 0 ? [parts.join(' ')] : [];
}

/**
 * Text that Slack shows literally. `& < >` begin mentions and links (docs.slack.dev/messaging/formatting-message-text);
 * three backticks would swallow all that follows.
 */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('`', "'");
}

/** Escaped text of at most `max` characters, escapes included. */
function escapedWithin(text: string, max: number): string {
  let end = max;
  while (escaped(cut(text, end)).length > max) end -= 1;
  return escaped(cut(text, end));
}

function sectionLines({ title, intro, more, lines }: Section): string[] {
  return [
    `*${escaped(title)}*`,
    ...(intro ? [escaped(intro)] : []),
    ...(more ? [`… ${escaped(more)}`] : []),
    ...lines.map(lineText),
  ];
}

function lineText({ text, note, points }: Line): string {
  return `• ${[text, note, points].flatMap((part) => (part ? [escaped(part)] : [])).join(' · ')}`;
}

/** As many lines as fit; no line is cut inside an escaped character. */
function section(lines: readonly string[]): SlackBlock {
  let text = '';
  for (const line of lines) {
    const next = text === '' ? line : `${text}\n${line}`;
    if (next.length > LIMITS.section) {
      text = text === '' ? `${line.slice(0, LIMITS.section - 1).replace(/&[a-z]*$/, '')}…` : `${text}\n…`;
      break;
    }
    text = next;
  }
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

function button(text: string, url: string): Button {
  return { type: 'button', text: plain(text, LIMITS.button), url };
}

function context(text: string): SlackBlock {
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: escapedWithin(text, LIMITS.context), verbatim: true }],
  };
}

function plain(text: string, max: number): Plain {
  return { type: 'plain_text', text: escapedWithin(text, max), emoji: false };
}
