import type { Language } from '../../../../domain/language.ts';
import { fileAddress } from '../addresses.ts';
import type { KnownNames } from '../kit/part-form.ts';
import { playbookWords } from '../words.ts';

interface Props {
  language: Language;
  path: string;
  text: string;
  names: KnownNames;
  mayChange: boolean;
  /** The address of the script that makes an editor of it. */
  script: string;
}

/** The text of a file: a field that works by itself, of which a script makes an editor. */
export function TextField({ language, path, text, names, mayChange, script }: Props) {
  const words = playbookWords[language].file;
  return (
    <>
      <label for="text">{path}</label>
      <p class="soft" id="text-hint">
        {words.textHint}
      </p>
      <textarea
        id="text"
        name="text"
        class="source"
        rows={30}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        wrap="soft"
        readonly={!mayChange}
        aria-describedby="text-hint"
        data-text={path}
        data-label={words.textLabel(path)}
        data-names={JSON.stringify(names)}
        data-check={mayChange ? `${fileAddress(path)}/check` : undefined}
      >
        {`\n${text}`}
      </textarea>
      <script src={script} defer></script>
    </>
  );
}
