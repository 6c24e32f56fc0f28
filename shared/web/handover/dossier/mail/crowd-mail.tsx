import type { Language } from '../../../../domain/language.ts';
import type { CrowdView } from '../follow-up/crowd.ts';
import { Buttons } from './mail-buttons.tsx';
import { MailDocument } from './mail-document.tsx';
import { Contact, Quote, Text } from './mail-parts.tsx';

/** The mail about several people as HTML. */
export function crowdHtml(view: CrowdView, language: Language, because: string): string {
  return `<!doctype html>${(<CrowdMail view={view} language={language} because={because} />).toString()}`;
}

function CrowdMail({ view, language, because }: { view: CrowdView; language: Language; because: string }) {
  const { headline, subject, warning, why, openText, people } = view;
  return (
    <MailDocument language={language} title={subject} preview={people.map((one) => one.headline).join(', ')}>
      {warning && (
        <Text ink="bad" size={14} bold>
          {warning}
        </Text>
      )}
      <Text size={24} bold above={warning ? 12 : 0}>
        {headline}
      </Text>
      <Text above={6}>{why}</Text>
      {people.map(({ headline: who, summary, wait, quote, contact, link }) => (
        <>
          <Text size={18} bold above={28}>
            {who}
          </Text>
          <Text above={4}>{summary}</Text>
          {wait && <Text above={4}>{wait}</Text>}
          {quote && <Quote quote={{ text: quote }} />}
          <Contact contact={contact} />
          <tr>
            <td style={{ 'padding-top': '14px' }}>
              <Buttons buttons={[{ href: link, text: openText }]} />
            </td>
          </tr>
        </>
      ))}
      <Text ink="soft" size={13} above={28}>
        {because}
      </Text>
    </MailDocument>
  );
}

/** The same as plain text. */
export function crowdText({ headline, warning, why, openText, people }: CrowdView, because: string): string {
  const entries = people.map(({ headline: who, summary, wait, quote, contact, link }) =>
    [
      who,
      summary,
      ...(wait ? [wait] : []),
      ...(quote ? [`> ${quote}`] : []),
      ...contact.map(({ label, value }) => `${label}: ${value}`),
      `${openText}:\n${link}`,
    ].join('\n'),
  );
  const paragraphs = [warning, headline, why, ...entries, `-- \n${because}`];
  return `${paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n')}\n`;
}
