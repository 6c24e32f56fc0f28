import type { Language } from '../../../domain/language.ts';
import { ButtonForm } from '../../layout/button-form.tsx';
import { Message } from '../parts/message.tsx';
import { signInWords } from './words.ts';

/** How signing in or out ended, where it does not go on to a page. */
export type Ending = 'again' | 'unverified' | 'unlisted' | 'left' | 'back';

interface EndingProps {
  ending: Ending;
  /** Whom to ask for access. */
  admins: readonly string[];
  language: Language;
}

export function SignInMessage({ ending, admins, language }: EndingProps) {
  const words = signInWords[language];
  return (
    <Message title={words.titles[ending]} text={words.texts[ending]}>
      {ending === 'unlisted' && (
        <ul>
          {admins.map((email) => (
            <li>
              <a href={`mailto:${email}`}>{email}</a>
            </li>
          ))}
        </ul>
      )}
      {ending !== 'back' && (
        <a class="button" href={ending === 'unlisted' ? '/console/sign-in?other' : '/console/sign-in'}>
          {ending === 'unlisted' ? words.other : words.start}
        </a>
      )}
    </Message>
  );
}

interface SignedOutProps {
  /** Where the form goes. */
  action: string;
  fields: Iterable<readonly [string, string]>;
  /** The form had files too. */
  hadFiles: boolean;
  language: Language;
}

/** For a form that was sent after the session had ended: keeps what was typed until somebody has signed in. */
export function SignedOutMessage({ action, fields, hadFiles, language }: SignedOutProps) {
  const words = signInWords[language];
  return (
    <Message title={words.ended} text={words.endedMore}>
      {hadFiles && <p>{words.files}</p>}
      <p>
        <a class="button" href="/console/sign-in?to=/console/sign-in/done" target="_blank" rel="noopener">
          {words.beside}
        </a>
      </p>
      <ButtonForm action={action} fields={fields}>
        {words.send}
      </ButtonForm>
    </Message>
  );
}
