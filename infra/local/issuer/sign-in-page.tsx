import { raw } from 'hono/html';
import type { Language } from '../../../shared/domain/language.ts';

const words = {
  en: {
    title: 'Sign in',
    intro: 'This page plays the sign-in of Amazon Cognito. It asks for no code: choose who you are.',
    people: 'People of the console',
    other: 'Another address',
    email: 'E-mail address',
    otherHint: 'Somebody whom no admin has added sees whom to ask.',
    wrong: 'This is no e-mail address. It looks like name@example.com.',
    signIn: 'Sign in',
    over: 'This page is too old, or was used before. Go back to the console and sign in again.',
  },
  nl: {
    title: 'Inloggen',
    intro: 'Deze pagina speelt het inloggen van Amazon Cognito. Een code is niet nodig: kies wie je bent.',
    people: 'Mensen van de console',
    other: 'Een ander adres',
    email: 'E-mailadres',
    otherHint: 'Wie door geen beheerder is toegevoegd, ziet aan wie hij toegang kan vragen.',
    wrong: 'Dit is geen e-mailadres. Een adres ziet eruit als naam@example.com.',
    signIn: 'Inloggen',
    over: 'Deze pagina is te oud of al eens gebruikt. Ga terug naar de console en log opnieuw in.',
  },
} as const;

const STYLE = `
:root { color-scheme: light dark; --accent: light-dark(#0b6b4f, #53c99c); --on-accent: light-dark(#fff, #0a1f18); }
* { box-sizing: border-box; }
body { margin: 0; background: light-dark(#f5f6f4, #14171a); color: light-dark(#1b2422, #e9eeec); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 28rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { margin: 0 0 .5rem; } h2 { margin: 1.5rem 0 .5rem; font-size: 1.125rem; }
form { display: grid; gap: .5rem; }
button { min-height: 2.75rem; padding: .5rem 1rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
input { width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid light-dark(#808c88, #77847f); border-radius: .375rem; background: light-dark(#fff, #1d2226); color: inherit; font: inherit; }
label { font-weight: 600; } p { margin: 0 0 .75rem; }
.wrong { color: light-dark(#b3261e, #ff9a90); font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

interface Props {
  /** The addresses that may sign in. */
  users: readonly string[];
  language: Language;
  /** What was typed and is no address. */
  wrong?: string;
  /** The provider waits for nobody. */
  isOver?: boolean;
}

/** The page on which somebody says who they are. */
export function signInPage({ users, language, wrong, isOver }: Props): string {
  const text = words[language];
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>{text.title}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>{text.title}</h1>
          {isOver ? (
            <p>{text.over}</p>
          ) : (
            <>
              <p>{text.intro}</p>
              <h2>{text.people}</h2>
              <form method="post">
                {users.map((email) => (
                  <button type="submit" name="email" value={email}>
                    {email}
                  </button>
                ))}
              </form>
              <h2>{text.other}</h2>
              <form method="post">
                <label for="email">{text.email}</label>
                <p id="hint">{text.otherHint}</p>
                {wrong !== undefined && (
                  <p id="wrong" class="wrong">
                    {text.wrong}
                  </p>
                )}
                <input
                  id="email"
                  name="email"
                  type="text"
                  inputmode="email"
                  autocomplete="username"
                  value={wrong}
                  aria-invalid={wrong === undefined ? undefined : 'true'}
                  aria-describedby={wrong === undefined ? 'hint' : 'hint wrong'}
                  autofocus={wrong !== undefined}
                />
                <button type="submit">{text.signIn}</button>
              </form>
            </>
          )}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${page}`;
}
