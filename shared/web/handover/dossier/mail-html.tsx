import { answerLink } from '../handover-link.ts';
import { Buttons } from './mail-buttons.tsx';
import { Contact, Quote, SectionRows, Table, Text } from './mail-parts.tsx';
import { colours, styleSheet } from './mail-style.ts';
import {
  markedHeadline,
  type NotificationView,
  noticeLines,
  sentBecause,
  warningLine,
} from './notification.ts';
import { cut } from './outside-text.ts';
import { dossierWords } from './words.ts';

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
  return (
    <html lang={story.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{mailSubject(notification)}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body class="bg-page" style={{ margin: '0', padding: '0', background: colours.page }}>
        <Preview text={story.quotes[0]?.text ?? story.sections[0]?.intro ?? ''} />
        <Table>
          <tr>
            <td class="bg-page" align="center" bgcolor={colours.page} style={{ padding: '16px 8px' }}>
              <Card {...notification} />
            </td>
          </tr>
        </Table>
      </body>
    </html>
  );
}

/** The preview text that the inbox shows beside the subject. */
function Preview({ text }: { text: string }) {
  const hidden = { display: 'none', 'max-height': '0', overflow: 'hidden', 'mso-hide': 'all' };
  return <div style={hidden}>{cut(text.replaceAll('\n', ' '), 140)}</div>;
}

function Card(notification: NotificationView) {
  const { story } = notification;
  const warning = warningLine(notification);
  const { notice, next } = noticeLines(notification);
  return (
    <Table style={{ 'max-width': '600px', background: colours.card, 'border-radius': '12px' }}>
      <tr>
        <td
          class="side bg-card"
          bgcolor={colours.card}
          style={{ padding: '28px 32px', 'border-radius': '12px' }}
        >
          <Table>
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
          </Table>
        </td>
      </tr>
    </Table>
  );
}

function buttonsOf({ story, link, isAnswered }: NotificationView) {
  const words = dossierWords[story.language].buttons;
  const open = { href: link, text: words.open };
  if (isAnswered) return [{ ...open, isMain: true }];
  return [
    { href: answerLink(link, 'accept'), text: words.accept, isMain: true },
    { href: answerLink(link, 'return'), text: words.return },
    open,
  ];
}
