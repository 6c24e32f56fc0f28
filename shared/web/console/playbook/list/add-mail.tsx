import type { Language } from '../../../../domain/language.ts';
import { pages } from '../../pages.ts';
import { mailEditorWords } from '../mail/words.ts';

/** Makes a new mail under a name. */
export function AddMail({ language }: { language: Language }) {
  const words = mailEditorWords[language];
  return (
    <form method="post" action={pages.playbook} class="card">
      <h2>{words.another}</h2>
      <div class="field">
        <label for="mail-name">{words.name}</label>
        <p class="soft" id="mail-name-hint">
          {words.nameHint}
        </p>
        <input
          id="mail-name"
          name="name"
          type="text"
          maxlength={40}
          autocomplete="off"
          aria-describedby="mail-name-hint"
        />
      </div>
      <button type="submit" class="second" name="do" value="new-mail">
        {words.add}
      </button>
    </form>
  );
}
