import { Act, framed, type Reader } from './frame.tsx';
import { texts } from './texts.ts';

/** There is no such mail, or its person was erased. */
export function unknownPage(reader: Reader): string {
  const { locale } = reader;
  return framed(
    reader,
    texts.unknown[locale],
    <div class="card">
      <h1>{texts.unknown[locale]}</h1>
      <p>{texts.unknownText[locale]}</p>
    </div>,
  );
}

/** What was asked could not be done now; the button asks it again. */
export function failedPage(
  path: string,
  asked: readonly (readonly [string, string])[],
  reader: Reader,
): string {
  const { locale } = reader;
  return framed(
    reader,
    texts.failed[locale],
    <div class="card">
      <h1>{texts.failed[locale]}</h1>
      <p role="alert">{texts.failedText[locale]}</p>
      {asked.length > 0 && (
        <Act action={path} does={asked}>
          {texts.tryAgain[locale]}
        </Act>
      )}
    </div>,
  );
}
