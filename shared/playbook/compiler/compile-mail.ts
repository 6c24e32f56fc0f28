import { companyOf, legalNameOf } from '../../domain/look/company-of.ts';
import { footLinks, homeAddress } from '../../domain/look/foot-links.ts';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import type { MailSource } from '../mail-files/mail-source.ts';
import type { PlaybookContent } from '../playbook.ts';
import { blocksOf } from './blocks.ts';
import { layout, words } from './layout.ts';
import { markdown } from './markdown.ts';
import { masker } from './mask-liquid.ts';
import { mailLogo, shownPictures, withHeights } from './pictures.ts';
import { plainText, withoutGaps } from './plain-text.ts';
import { mailTheme } from './theme.ts';
import { escaped, toMjml } from './to-mjml.ts';

/** What a playbook says about all of its mails. */
export type AboutMails = Pick<PlaybookContent, 'company' | 'mailing' | 'pictures'>;

const WEBSITE = '{{ website }}';

/** Compiles a mail to HTML and plain text; only the Liquid is still to be filled in. */
export async function compileMail(mail: MailSource, about: AboutMails): Promise<MailTemplate> {
  const mask = masker();
  const { locale } = mail;
  const { subject, preheader, reason } = mail.head;
  const { text: body, unmask } = mask(mail.body);
  const small = (text: string) => markdown.renderInline(mask(text).text);
  const company = companyOf(about);
  const imprint = `${legalNameOf(company)}, ${company.address}`;
  const links = footLinks(company, locale, WEBSITE);
  const address = (written: string) => mask(escaped(written)).text;
  const theme = mailTheme(company);
  const pictures = shownPictures(about.pictures, (src) => mask(src).text);
  const { default: mjml2html } = await import('mjml');
  const { html } = await mjml2html(
    layout({
      ...{ locale, theme },
      ourName: escaped(company.name),
      imprint: escaped(imprint),
      subject: escaped(mask(subject).text),
      preheader: escaped(mask(preheader).text),
      body: blocksOf(body)
        .map((block) => toMjml(block, theme, pictures))
        .join('\n'),
      reason: small(reason),
      logo: mailLogo(company, pictures, locale),
      home: address(homeAddress(company, locale, WEBSITE)),
      links: links.map(({ title, href }) => ({ title, href: address(href) })),
      unsubscribe: mask('{{ unsubscribeUrl }}').text,
      preferences: mask('{{ preferencesUrl }}').text,
    }),
    { validationLevel: 'strict', fonts: {}, keepComments: true },
  );
  const { why, unsubscribe, preferences } = words[locale];
  const smallPrint = [
    '-- ',
    `${why} ${plainText(markdown.parse(mask(reason).text, {}))}`.trim(),
    `${unsubscribe}: {{ unsubscribeUrl }}`,
    `${preferences}: {{ preferencesUrl }}`,
    ...links.map(({ title, href }) => `${title}: ${href}`),
    imprint,
  ].join('\n');
  return {
    subject,
    preheader,
    html: unmask(withHeights(html, pictures).replace(/\n\s+/g, '\n').trim()),
    text: `${withoutGaps(unmask(plainText(markdown.parse(body, {}))))}\n${unmask(smallPrint)}\n`,
  };
}
