import type { Language } from '../../../../domain/language.ts';
import { fileAddress } from '../addresses.ts';
import { TextDifferences, type TextPart } from '../text-differences.tsx';
import { playbookWords } from '../words.ts';

interface Props {
  language: Language;
  path: string;
  /** The text that was not saved. */
  mine: string;
  /** What a colleague saved meanwhile, with its etag. */
  theirs: { text: string; etag: string; by: string };
  /** From theirs to mine. */
  differences: readonly TextPart[];
}

/** Two people changed a file: both texts, what differs, and what can become of them. */
export function ConflictPage({ language, path, mine, theirs, differences }: Props) {
  const words = playbookWords[language].conflict;
  const address = fileAddress(path);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="notice refusal" role="alert">
        {words.intro(path, theirs.by)}
      </p>
      <section class="card">
        <h2>{words.differences}</h2>
        <TextDifferences parts={differences} language={language} />
      </section>
      <form method="post" action={address} class="card">
        <h2>{words.merge}</h2>
        <p>{words.mergeHint}</p>
        <input type="hidden" name="etag" value={theirs.etag} />
        <input type="hidden" name="view" value="text" />
        <div class="columns">
          <div class="field">
            <label for="mine">{words.yours}</label>
            <textarea id="mine" name="text" class="source" rows={24} spellcheck={false}>
              {`\n${mine}`}
            </textarea>
          </div>
          <div class="field">
            <label for="theirs">{words.theirs}</label>
            <textarea id="theirs" class="source" rows={24} readonly spellcheck={false}>
              {`\n${theirs.text}`}
            </textarea>
          </div>
        </div>
        <p class="buttons">
          <button type="submit" name="do" value="save">
            {words.saveMerged}
          </button>
          <a class="button second" href={address}>
            {words.take}
          </a>
        </p>
      </form>
    </>
  );
}
