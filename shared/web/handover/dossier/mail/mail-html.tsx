import { answerLink } from '../../handover-link.ts';
import {
  markedHeadline,
  type NotificationView,
  noticeLines,
  sentBecause,
  warningLine,
} from '../notification.ts';
import { cut } from '../outside-text.ts';
import { dossierWords } from '../words.ts';
import { Buttons } from './mail-buttons.tsx';
import { MailDocument } from './mail-document.tsx';
import { Contact, Quote, SectionRows, Table, Text } from './mail-parts.tsx';

/** Long enough to name the lead, short enough for mail clients. */
const SUBJECT_LENGTH = 150;

/** The subject of the mail about a hand-over. */
export function mailSubject(notification: NotificationView): string {
  return cut(markedHeadline(notification), SUBJECT_LENGTH);
}

/** The mail about a hand-over as HTML, with tables and inline styles for Outlook and Gmail. */
export function mailHtml(notification: NotificationView): string {
  return `<!doctype html>${(<Mail {...notification} />).toString()}`;
}

function Mail(notification: NotificationView) {
  const { story } = notification;
  const warning = warningLine(notification);
  const { notice, next } = noticeLines(notification);
  const preview = story.quotes[0]?.text ?? story.sections[0]?.intro ?? '';
  return (
    <MailDocument language={story.language} title={mailSubject(notification)} preview={preview}>
      {warning && (
        <Text ink="bad" size={14} bold>
          {warning}
        </Text>
      )}
      <Text size={24} bold above={warning ? 12 : 0}>
        {notification.followUp?.headline ?? story.headline}
      </Text>
      {notice && <Text above={6}>{notice}</Text>}
      <Text ink={story.verdict} bold above={6}>
        {story.summary.join(' · ')}
      </Text>
      {story.forWhom && <Text above={6}>{story.forWhom}</Text>}
      {story.quotes.map((quote) => (
        <Quote quote={quote} />
      ))}
      <tr>
        <td style={{ 'padding-top': '12px' }}>
          <Table>
            <Contact contact={story.contact} />
          </Table>
        </td>
      </tr>
      <tr>
        <td style={{ 'padding-top': '24px' }}>
          <Buttons buttons={buttonsOf(notification)} />
        </td>
      </tr>
      <Text ink="soft" size={14} above={12}>
        {next}
      </Text>
      {story.answers && <SectionRows section={story.answers} />}
      {story.sections.map((section) => (
        <SectionRows section={section} />
      ))}
      <Text ink="soft" size={13} above={28}>
        {sentBecause(notification)}
      </Text>
    </MailDocument>
  );
}

function buttonsOf({ story, link, isAnswered, console }: NotificationView) {
  const words = dossierWords[story.language].buttons;
  const open = { href: link, text: words.open };
  const signedIn = console === undefined ? [] : [{ href: console, text: words.console }];
  if (isAnswered) return [{ ...open, isMain: true }, ...signedIn];
  return [
    { href: answerLink(link, 'accept'), text: words.accept, isMain: true },
    { href: answerLink(link, 'return'), text: words.return },
    open,
    ...signedIn,
  ];
}
