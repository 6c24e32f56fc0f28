import type { Language } from '../../../domain/language.ts';
import type { MailUse } from '../../../domain/nurture/mail/mail-uses.ts';
import { pages } from '../pages.ts';
import { MailUses } from './mail-uses.tsx';
import { type PreviewChoice, PreviewForm } from './preview-form.tsx';
import { mailWords } from './words.ts';

/** Gmail cuts off what is above (in KB). */
const GMAIL_KILOBYTES = 102;

interface Props extends PreviewChoice {
  preview: PreviewChoice['preview'] & {
    content: { subject: string; preheader: string; text: string; kilobytes: number };
    from: string;
    uses: readonly MailUse[];
  };
}

/** One mail as its recipient sees it: on a phone and at a desk, light and dark, and as text. */
export function MailPage({ language, asked, preview }: Props) {
  const words = mailWords[language];
  const { content, locale, person, variant, from, uses } = preview;
  const frame = (scheme: string) => {
    const lead = preview.lead === 'shown' ? asked.lead : '';
    const query = new URLSearchParams({ in: locale, person, lead, ...(variant && { variant }), scheme });
    return `${pages.mails}/${asked.mail}/html?${query}`;
  };
  const isTooLarge = content.kilobytes > GMAIL_KILOBYTES;
  return (
    <>
      <p>
        <a href={pages.mails}>← {words.title}</a>
      </p>
      <h1>{asked.mail}</h1>
      <PreviewForm {...{ language, asked, preview }} />
      <section class="card">
        <h2>{words.inbox}</h2>
        <dl class="facts">
          <Fact name={words.subject} value={content.subject} lang={locale} />
          <Fact name={words.preheader} value={content.preheader} lang={locale} />
          <Fact name={words.from} value={from} />
          <div>
            <dt>{words.size}</dt>
            <dd class={isTooLarge ? 'wrong' : undefined}>
              {isTooLarge
                ? words.tooLarge(content.kilobytes, GMAIL_KILOBYTES)
                : words.fits(content.kilobytes, GMAIL_KILOBYTES)}
            </dd>
          </div>
          <div>
            <dt>{words.usedIn}</dt>
            <dd>
              <MailUses uses={uses} language={language} />
            </dd>
          </div>
        </dl>
      </section>
      <section class="card">
        <h2>{words.look}</h2>
        <div class="frames">
          {(['phone', 'desk'] as const).flatMap((place) =>
            (['light', 'dark'] as const).map((scheme) => (
              <figure tabindex={place === 'desk' ? 0 : undefined}>
                <figcaption class="small quiet">{words.frames[`${place} ${scheme}`]}</figcaption>
                <iframe
                  class={place}
                  sandbox=""
                  loading="lazy"
                  title={words.frames[`${place} ${scheme}`]}
                  src={frame(scheme)}
                />
              </figure>
            )),
          )}
        </div>
      </section>
      <section class="card">
        <h2>{words.text}</h2>
        <pre lang={locale}>{content.text}</pre>
      </section>
    </>
  );
}

function Fact({ name, value, lang }: { name: string; value: string; lang?: Language }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={lang}>{value}</dd>
    </div>
  );
}
