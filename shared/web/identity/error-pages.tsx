import { ButtonForm } from '../layout/button-form.tsx';
import { cardPage } from '../layout/page.tsx';
import type { Reader } from './private-page.ts';
import { identityWords } from './words.ts';

/** The page for a mail that does not exist, or whose lead was erased. */
export function unknownPage(reader: Reader): string {
  const { title, text } = identityWords[reader.language].unknown;
  return cardPage(reader, title, <p>{text}</p>);
}

/** The page for a request that failed; its button sends the same fields again. */
export function failedPage(
  path: string,
  fields: readonly (readonly [string, string])[],
  reader: Reader,
): string {
  const { title, text, again } = identityWords[reader.language].failed;
  return cardPage(
    reader,
    title,
    <>
      <p role="alert">{text}</p>
      {fields.length > 0 && (
        <ButtonForm action={path} fields={fields}>
          {again}
        </ButtonForm>
      )}
    </>,
  );
}
