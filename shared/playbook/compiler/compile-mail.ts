import mjml2html from 'mjml';
import type { MailTemplate } from '../../domain/nurture/mail/template.ts';
import type { MailingRules } from '../../domain/nurture/mailing-rules.ts';
import type { MailSource } from '../mail-files/mail-source.ts';
import { blocksOf } from './blocks.ts';
import { layout, words } from './layout.ts';
import { markdown } from './markdown.ts';
import { masker } from './mask-liquid.ts';
import { plainText, withoutGaps } from './plain-text.ts';
import { escaped, toMjml } from './to-mjml.ts';

/** Compiles a mail to HTML and plain text; only the Liquid is still to be filled in. */
export async function compileMail(mail: MailSource, sender: MailingRules['sender']): Promise<MailTemplate> {
  const mask = masker();
  const { subject, preheader, reason } = mail.head;
  const { text: body, unmask } = mask(mail.body);
  const small = (text: string) => markdown.renderInline(mask(text).text);
  const { html } = await mjml2html(
    layout({
      locale: mail.locale,
      sender: {
        name: escaped(sender.name),
        company: escaped(sender.company),
        address: escaped(sender.address),
      },
      subject: escaped(mask(subject).text),
      preheader: escaped(mask(preheader).text),
      body: blocksOf(body).map(toMjml).join('\n'),
      reason: small(reason),
      website: mask('{{ website }}').text,
      unsubscribe: mask('{{ unsubscribeUrl }}').text,
      preferences: mask('{{ preferencesUrl }}').text,
    }),
    { validationLevel: 'strict', fonts: {}, keepComments: true },
  );
  const { why, unsubscribe, preferences } = words[mail.locale];
  const smallPrint = [
    '-- ',
    `${why} ${plainText(markdown.parse(mask(reason).text, {}))}`.trim(),
    `${unsubscribe}: {{ unsubscribeUrl }}`,
    `${preferences}: {{ preferencesUrl }}`,
    `${sender.company}, ${sender.address}`,
  ].join('\n');
  return {
    subject,
    preheader,
    html: unmask(html.replace(/\n\s+/g, '\n').trim()),
    text: `${withoutGaps(unmask(plainText(markdown.parse(body, {}))))}\n${unmask(smallPrint)}\n`,
  };
}
