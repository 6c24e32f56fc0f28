import {
  type FormForVisitor,
  fieldNames,
  PERMISSION,
  requiresPermission,
} from '../../domain/forms/questions.ts';
import type { FieldError } from '../../domain/forms/read-field.ts';
import { HONEYPOT } from '../../domain/forms/spam.ts';
import type { Language } from '../../domain/language.ts';
import { renderPage } from '../layout/page.tsx';
import type { Look } from '../look/look.ts';
import { errorText } from './error-text.ts';
import { EmailQuestion, PermissionQuestion, Question } from './question.tsx';
import { formWords } from './words.ts';

/** A form on the screen: what it asks, what was typed already, and what is wrong with that. */
export interface FormOnScreen {
  asked: FormForVisitor;
  language: Language;
  look: Look;
  /** The values of hidden fields. */
  hidden: Readonly<Record<string, string>>;
  /** The address of the form in another language; absent when switching would lose what was typed. */
  inLanguage?: (language: Language) => string;
  typed?: Readonly<Record<string, string>>;
  isTicked?: boolean;
  errors?: Readonly<Record<string, FieldError>>;
  /** The answers could not be stored. */
  hasFailed?: boolean;
  /** A script solves a challenge meanwhile. */
  hasChallenge?: boolean;
}

/** A form as a page. */
export function formPage(screen: FormOnScreen): string {
  const { asked, language, look, errors = {}, typed = {}, inLanguage } = screen;
  const { form, fields, questions } = asked;
  const words = formWords[language];
  const first = Object.keys(errors)[0];
  const title = form.title[language];
  // Whatever was typed stays on the screen, asked for or not.
  const shown = fieldNames(form).filter(
    (name) => questions.fields.includes(name) || name in typed || name in errors,
  );
  const asksEmail = questions.email || 'email' in typed || 'email' in errors;
  const about = (name: string) => ({
    language,
    typed: typed[name],
    error: errors[name],
    isFirst: name === first,
  });
  return renderPage({
    language,
    look,
    inLanguage,
    title: first === undefined ? title : `${words.mistake}: ${title}`,
    children: (
      <form class="card" method="post" action={`/f/${asked.name}`} novalidate>
        <h1>{title}</h1>
        <p>{form.intro[language]}</p>
        {screen.hasFailed && (
          <div class="summary" role="alert">
            <h2>{words.notStored}</h2>
            {words.tryAgain}
          </div>
        )}
        <FieldErrors errors={errors} language={language} />
        {Object.entries(screen.hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {asksEmail ? (
          <EmailQuestion {...about('email')} />
        ) : (
          <p class="quiet small">
            {words.known} <a href={`/f/${asked.name}`}>{words.stranger}</a>
          </p>
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
          <label for={HONEYPOT}>{words.bait}</label>
          <input id={HONEYPOT} name={HONEYPOT} tabindex={-1} autocomplete="off" />
        </div>
        {form.permission && (questions.permission || screen.isTicked) && (
          <PermissionQuestion
            wording={form.permission[language]}
            isTicked={screen.isTicked ?? false}
            isRequired={requiresPermission(form)}
            error={errors.permission && errorText(errors.permission, PERMISSION, language)}
          />
        )}
        <button type="submit">{form.button[language]}</button>
        {screen.hasChallenge && <Challenge text={words.checking} />}
      </form>
    ),
  });
}

/** Loads the script, and says why it takes a moment when the button was pressed before it was ready. */
function Challenge({ text }: { text: string }) {
  return (
    <>
      <div role="status">
        <p class="quiet small" data-waiting hidden>
          {text}
        </p>
      </div>
      <script src="/challenge.js" async></script>
    </>
  );
}

/** All errors above the form, each with a link to its field. */
function FieldErrors({ errors, language }: Required<Pick<FormOnScreen, 'errors' | 'language'>>) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="summary" role="alert">
      <h2>{formWords[language].summary}</h2>
      <ul>
        {entries.map(([field, error]) => (
          <li>
            <a href={`#${field}`}>{errorText(error, field, language)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
