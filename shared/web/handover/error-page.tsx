import type { Language } from '../../domain/language.ts';
import { ButtonForm } from '../layout/button-form.tsx';
import type { Look } from '../look/look.ts';
import { layout } from './layout.tsx';
import type { HandoverWords } from './words/en.ts';
import { handoverWords } from './words.ts';

export type ErrorKind = keyof HandoverWords['errors'];

/**
 * A page that says why there is no hand-over to show.
 * @param again fields that a button sends again to the same address
 */
export function errorPage(
  look: Look,
  language: Language,
  why: ErrorKind,
  again?: { address: string; sent: readonly (readonly [string, string])[] },
): string {
  const words = handoverWords[language];
  const { title, text } = words.errors[why];
  return layout(
    look,
    language,
    title,
    <>
      <h1>{title}</h1>
      <p>{text}</p>
      {again && again.sent.length > 0 && (
        <ButtonForm action={again.address} fields={again.sent}>
          {words.tryAgain}
        </ButtonForm>
      )}
    </>,
  );
}
