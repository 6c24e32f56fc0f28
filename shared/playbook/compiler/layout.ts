import type { Language, Localised } from '../../domain/language.ts';
import type { MailingRules } from '../../domain/nurture/mailing-rules.ts';
import { colours, FONT, styleSheet } from './theme.ts';

/** The words around the text of every mail. */
export const words = {
  nl: { why: 'Waarom je deze mail krijgt:', unsubscribe: 'Afmelden', preferences: 'Kies wat je krijgt' },
  en: { why: 'Why you get this mail:', unsubscribe: 'Unsubscribe', preferences: 'Choose what you get' },
} as const satisfies Localised<object>;

interface Content {
  locale: Language;
  sender: MailingRules['sender'];
  /** These are HTML; `body` is MJML. */
  subject: string;
  preheader: string;
  body: string;
  reason: string;
  website: string;
  unsubscribe: string;
  preferences: string;
}

/** The whole mail in MJML: the sender's name, a card with the text, and the legal footer. */
export function layout(content: Content): string {
  const { locale, sender, subject, preheader, body, reason, website, unsubscribe, preferences } = content;
  const { why, unsubscribe: leave, preferences: choose } = words[locale];
  const small = `color="${colours.soft}" font-size="13px" line-height="1.6"`;
  const link = `style="color:${colours.soft};text-decoration:underline"`;
  return `
<mjml lang="${locale}" dir="ltr">
  <mj-head>
    <mj-title>${subject}</mj-title>
    <mj-preview>${preheader}${FILLER}</mj-preview>
    <mj-attributes>
      <mj-all font-family="${FONT}" />
      <mj-text color="${colours.ink}" font-size="17px" line-height="1.6" padding="0 0 18px" css-class="text" />
      <mj-section padding="0" />
      <mj-column padding="0" />
    </mj-attributes>
    <mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
    <mj-style>${styleSheet}</mj-style>
  </mj-head>
  <mj-body width="600px" background-color="${colours.page}" css-class="page">
    <mj-section padding="28px 44px 18px" css-class="edge">
      <mj-column>
        <mj-text css-class="brand" font-size="20px" font-weight="700" padding="0"><span style="color:${colours.accent}">&#9679;</span> <a href="${website}" style="color:${colours.brand};text-decoration:none">${sender.name}</a></mj-text>
      </mj-column>
    </mj-section>
    <mj-section background-color="${colours.card}" border-radius="14px" padding="40px 44px 28px" css-class="card">
      <mj-column>
        ${body}
      </mj-column>
    </mj-section>
    <mj-section padding="24px 44px 32px" css-class="edge">
      <mj-column>
        <mj-text css-class="small" padding="0 0 8px" ${small}>${why} ${reason}</mj-text>
        <mj-text css-class="small" padding="0 0 8px" ${small}><a href="${unsubscribe}" ${link}>${leave}</a> &nbsp;&middot;&nbsp; <a href="${preferences}" ${link}>${choose}</a></mj-text>
        <mj-text css-class="small" padding="0 0 8px" ${small}>${sender.company}, ${sender.address}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}

/** Keeps inboxes from showing the first words of the text after a short preheader. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60);
