import type { Form } from '../../domain/forms/form.ts';
import type { Language } from '../../domain/language.ts';
import { homeAddress } from '../../domain/look/foot-links.ts';
import { cardPage, renderPage } from '../layout/page.tsx';
import type { Look } from '../look/look.ts';
import { formWords } from './words.ts';

interface Surroundings {
  language: Language;
  look: () => Look;
}

/** The page after a form; `asksPermission` when it gave permission that has to be confirmed. */
export function thanksPage(form: Form, { language, look }: Surroundings, asksPermission: boolean): string {
  const { title, text, confirm, link } = form.thanks;
  return cardPage(
    { language, look },
    title[language],
    <>
      <p>{text[language]}</p>
      {asksPermission && confirm && <p>{confirm[language]}</p>}
      <p class="quiet small">{formWords[language].noMail}</p>
      {link && (
        <a class="button" href={`${look().websiteUrl}${link.path[language]}`}>
          {link.text[language]}
        </a>
      )}
    </>,
  );
}

/** A page with one message and a link back to the website. */
export function messagePage(title: string, text: string, { language, look }: Surroundings): string {
  const { company, websiteUrl } = look();
  return cardPage(
    { language, look },
    title,
    <>
      <p>{text}</p>
      <a class="button" href={homeAddress(company, language, websiteUrl)}>
        {formWords[language].toWebsite}
      </a>
    </>,
  );
}

/** A button that sends the same answers again, for when the form itself cannot be read. */
export function retryPage(
  name: string,
  typed: Readonly<Record<string, string>>,
  { language, look }: Surroundings,
): string {
  const words = formWords[language];
  return renderPage({
    language,
    look: look(),
    title: words.notStored,
    children: (
      <form class="card" method="post" action={`/f/${encodeURIComponent(name)}`}>
        <h1>{words.notStored}</h1>
        <p role="alert">{words.tryAgain}</p>
        {Object.entries(typed).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <button type="submit">{words.sendAgain}</button>
      </form>
    ),
  });
}
