import type { Language, Localised } from '../../domain/language.ts';
import { FONT, type MailTheme } from './theme.ts';

/** The words around the text of every mail. */
export const words = {
  nl: { why: 'Waarom je deze mail krijgt:', unsubscribe: 'Afmelden', preferences: 'Kies wat je krijgt' },
  en: { why: 'Why you get this mail:', unsubscribe: 'Unsubscribe', preferences: 'Choose what you get' },
} as const satisfies Localised<object>;

interface Content {
  locale: Language;
  theme: MailTheme;
  /** These are HTML; `body` is MJML. */
  ourName: string;
  /** Instead of the name, or beside it. */
  logo: string | undefined;
  /** The name and address that the law asks for. */
  imprint: string;
  subject: string;
  preheader: string;
  body: string;
  reason: string;
  home: string;
  links: readonly { title: string; href: string }[];
  unsubscribe: string;
  preferences: string;
}

/** The whole mail in MJML: the sender's name, a card with the text, and the legal footer. */
export function layout(content: Content): string {
  const { locale, subject, preheader, body, reason, unsubscribe, preferences } = content;
  const { colours, styleSheet } = content.theme;
  const { why, unsubscribe: leave, preferences: choose } = words[locale];
  const small = `color="${colours.quiet}" font-size="13px" line-height="1.6"`;
  const link = `style="color:${colours.quiet};text-decoration:underline"`;
  // No interest of a lead shows in these: `data-foot` keeps them from being tracked.
  const foot = content.links.map(({ title, href }) => `<a data-foot href="${href}" ${link}>${title}</a>`);
  const dot = content.logo === undefined ? `<span style="color:${colours.accent}">&#9679;</span> ` : '';
  return `
<mjml lang="${locale}" dir="ltr">
  <mj-head>
    <mj-title>${subject}</mj-title>
    <mj-preview>${preheader}${FILLER}</mj-preview>
    <mj-attributes>
      <mj-all font-family="${FONT}" />
      <mj-text color="${colours.text}" font-size="17px" line-height="1.6" padding="0 0 18px" css-class="text" />
      <mj-section padding="0" />
      <mj-column padding="0" />
    </mj-attributes>
    <mj-raw><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></mj-raw>
    <mj-style>${styleSheet}</mj-style>
  </mj-head>
  <mj-body width="600px" background-color="${colours.page}" css-class="page">
    <mj-section padding="28px 44px 18px" css-class="edge">
      <mj-column>
        <mj-text css-class="brand" font-size="20px" font-weight="700" padding="0">${dot}<a href="${content.home}" style="color:${colours.brand};text-decoration:none">${content.logo ?? content.ourName}</a></mj-text>
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
        <mj-text css-class="small" padding="0 0 8px" ${small}><a href="${unsubscribe}" ${link}>${leave}</a>${SEPARATOR}<a href="${preferences}" ${link}>${choose}</a></mj-text>
        <mj-text css-class="small" padding="0 0 8px" ${small}>${[content.imprint, ...foot].join(SEPARATOR)}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`;
}

const SEPARATOR = ' &nbsp;&middot;&nbsp; ';

/** Keeps inboxes from showing the first words of the text after a short preheader. */
const FILLER = '&#847;&zwnj;&nbsp;'.repeat(60);
