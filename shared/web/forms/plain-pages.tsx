import type { Form } from '../../domain/forms/form.ts';
import type { Language } from '../../domain/language.ts';
import { renderPage } from '../layout/page.tsx';
import { Header } from './header.tsx';
import { texts } from './texts.ts';

interface Around {
  locale: Language;
  websiteUrl: string;
}

/** The page after a form. */
export function thanksPage(form: Form, { locale, websiteUrl }: Around): string {
  const { title, text, link } = form.thanks;
  return renderPage({
    locale,
    title: title[locale],
    header: <Header locale={locale} websiteUrl={websiteUrl} />,
    children: (
      <div class="card">
        <h1>{title[locale]}</h1>
        <p>{text[locale]}</p>
        {link && (
          <a class="button" href={`${websiteUrl}${link.path[locale]}`}>
            {link.text[locale]}
          </a>
        )}
      </div>
    ),
  });
}

/** The page for a form that there is not. */
export function noFormPage(around: Around): string {
  return messagePage(texts.noForm[around.locale], texts.noFormText[around.locale], around);
}

/** A page that says one thing, with the way back to the website. */
export function messagePage(title: string, text: string, { locale, websiteUrl }: Around): string {
  return renderPage({
    locale,
    title,
    header: <Header locale={locale} websiteUrl={websiteUrl} />,
    children: (
      <div class="card">
        <h1>{title}</h1>
        <p>{text}</p>
        <a class="button" href={websiteUrl}>
          {texts.toWebsite[locale]}
        </a>
      </div>
    ),
  });
}

/** What was typed, ready to be sent again, for when the form itself cannot be read. */
export function retryPage(name: string, typed: Readonly<Record<string, string>>, around: Around): string {
  const { locale, websiteUrl } = around;
  return renderPage({
    locale,
    title: texts.notKept[locale],
    header: <Header locale={locale} websiteUrl={websiteUrl} />,
    children: (
      <form class="card" method="post" action={`/f/${encodeURIComponent(name)}`}>
        <h1>{texts.notKept[locale]}</h1>
        <p role="alert">{texts.tryAgain[locale]}</p>
        {Object.entries(typed).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <button type="submit">{texts.sendAgain[locale]}</button>
      </form>
    ),
  });
}
