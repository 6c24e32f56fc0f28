import { answerLink } from '../../handover-link.ts';
import { type NotificationView, noticeLines, sentBecause, warningLine } from '../notification.ts';
import type { Line, Section } from '../section.ts';
import { dossierWords } from '../words.ts';

/** The mail about a hand-over as plain text, for watches and screen readers too. */
export function mailText(notification: NotificationView): string {
  const { story, link, isAnswered, followUp, console } = notification;
  const words = dossierWords[story.language];
  const { notice, next } = noticeLines(notification);
  const paragraphs = [
    warningLine(notification),
    [
      followUp?.headline ?? story.headline,
      story.summary.join(' · '),
      ...(story.forWhom ? [story.forWhom] : []),
    ].join('\n'),
    notice,
    ...story.quotes.map(({ text, note }) => `${text.replace(/^/gm, '> ')}\n> (${note})`),
    story.contact.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    isAnswered ? undefined : `${words.buttons.accept}:\n${answerLink(link, 'accept')}`,
    isAnswered ? undefined : `${words.buttons.return}:\n${answerLink(link, 'return')}`,
    `${words.buttons.open}:\n${link}`,
    console === undefined ? undefined : `${words.buttons.console}:\n${console}`,
    next,
    ...(story.answers ? [sectionText(story.answers)] : []),
    ...story.sections.map(sectionText),
    `-- \n${sentBecause(notification)}`,
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n')}\n`;
}

function sectionText({ title, intro, more, lines }: Section): string {
  const rows = [title.toUpperCase(), intro, more && `… ${more}`, ...lines.map(lineText)];
  return rows.filter((row) => row !== undefined).join('\n');
}

function lineText({ text, note, points }: Line): string {
  const remarks = [note, points].filter((remark) => remark !== undefined).join(' · ');
  return remarks === '' ? `* ${text}` : `* ${text} (${remarks})`;
}
