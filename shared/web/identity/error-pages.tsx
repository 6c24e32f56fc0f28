import { ButtonForm } from '../layout/button-form.tsx';
import { cardPage } from '../layout/page.tsx';
import { pathFor, type Reader } from './private-page.ts';
import { identityWords } from './words.ts';

/** The page for a mail that does not exist, or whose lead was erased. */
export function unknownPage(reader: Reader): string {
  const { title, text } = identityWords[reader.language].unknown;
  return cardPage(reader, title, <p>{text}</p>);
}

/**
 * The page for a request that failed.
 * @param fields of a form that was sent: whether it was taken is not known, and a button sends the same again
 */
export function failedPage(
  path: string,
  fields: readonly (readonly [string, string])[] | undefined,
  reader: Reader,
): string {
  const { title, text, uncertain, again } = identityWords[reader.language].failed;
  return cardPage(
    reader,
    title,
    <>
      <p role="alert">{fields ? uncertain : text}</p>
      {fields && (
        <ButtonForm action={pathFor(reader, path)} fields={fields}>
          {again}
        </ButtonForm>
      )}
    </>,
  );
}
