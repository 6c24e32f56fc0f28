import type { Objection } from '../../domain/forms/answers.ts';
import { type AskedForm, fieldsOf } from '../../domain/forms/questions.ts';
import { HONEYPOT } from '../../domain/forms/spam.ts';
import type { Language } from '../../domain/language.ts';
import { renderPage } from '../layout/page.tsx';
import { Header } from './header.tsx';
import { EmailQuestion, PermissionQuestion, Question } from './question.tsx';
import { reasonFor, texts } from './texts.ts';

/** A form on the screen: what is asked, what was typed already, and what is wrong with it. */
export interface FormOnScreen {
  asked: AskedForm;
  locale: Language;
  websiteUrl: string;
  /** What the form carries along unseen. */
  hidden: Readonly<Record<string, string>>;
  /** Where the same form is in the other language; absent when switching would lose what was typed. */
  otherLanguage?: string;
  /** Where the form asks everything; present when it skips what is known. */
  forStranger?: string;
  typed?: Readonly<Record<string, string>>;
  isTicked?: boolean;
  objections?: Readonly<Record<string, Objection>>;
  /** What was sent in could not be kept. */
  hasFailed?: boolean;
}

/** A form as a page. */
export function formPage(screen: FormOnScreen): string {
  const {
    asked,
    locale,
    websiteUrl,
    objections = {},
    typed = {},
    hasFailed,
    otherLanguage,
    forStranger,
  } = screen;
  const { form, fields, questions } = asked;
  const first = Object.keys(objections)[0];
  const title = form.title[locale];
  // Whatever was typed stays on the screen, asked for or not.
  const shown = fieldsOf(form).filter(
    (name) => questions.fields.includes(name) || name in typed || name in objections,
  );
  const asksEmail = questions.email || 'email' in typed || 'email' in objections;
  const about = (name: string) => ({
    locale,
    typed: typed[name],
    objection: objections[name],
    isFirst: name === first,
  });
  return renderPage({
    locale,
    title: first === undefined ? title : `${texts.mistake[locale]}: ${title}`,
    header: <Header locale={locale} websiteUrl={websiteUrl} otherLanguage={otherLanguage} />,
    children: (
      <form class="card" method="post" action={`/f/${asked.name}`} novalidate>
        <h1>{title}</h1>
        <p>{form.intro[locale]}</p>
        {hasFailed && <Failure locale={locale} />}
        <Summary objections={objections} locale={locale} />
        {Object.entries(screen.hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {asksEmail ? (
          <EmailQuestion {...about('email')} />
        ) : (
          <Known locale={locale} forStranger={forStranger} />
        )}
        {shown.map((name) => {
          const field = fields[name];
          return (
            field && (
              <Question name={name} field={field} isRequired={form.require.includes(name)} {...about(name)} />
            )
          );
        })}
        <div class="away" aria-hidden="true">
          <label for={HONEYPOT}>{texts.bait[locale]}</label>
          <input id={HONEYPOT} name={HONEYPOT} tabindex={-1} autocomplete="off" />
        </div>
        {form.permission && (questions.permission || screen.isTicked) && (
          <PermissionQuestion wording={form.permission[locale]} isTicked={screen.isTicked ?? false} />
        )}
        <button type="submit">{form.button[locale]}</button>
      </form>
    ),
  });
}

function Failure({ locale }: { locale: Language }) {
  return (
    <div class="summary" role="alert">
      <h2>{texts.notKept[locale]}</h2>
      {texts.tryAgain[locale]}
    </div>
  );
}

function Summary({
  objections,
  locale,
}: {
  objections: Readonly<Record<string, Objection>>;
  locale: Language;
}) {
  const entries = Object.entries(objections);
  if (entries.length === 0) return null;
  return (
    <div class="summary" role="alert">
      <h2>{texts.summary[locale]}</h2>
      <ul>
        {entries.map(([field, objection]) => (
          <li>
            <a href={`#${field}`}>{reasonFor(objection, field, locale)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Known({ locale, forStranger }: { locale: Language; forStranger: string | undefined }) {
  return (
    <p class="quiet small">
      {texts.known[locale]} {forStranger && <a href={forStranger}>{texts.stranger[locale]}</a>}
    </p>
  );
}
