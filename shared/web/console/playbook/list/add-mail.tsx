import type { Language } from '../../../../domain/language.ts';
import { pages } from '../../pages.ts';
import { mailEditorWords } from '../mail/words.ts';
import { newWords } from '../new/words.ts';

/** Makes a new mail under a name. */
export function AddMail({ language }: { language: Language }) {
  return (
    <form method="post" action={pages.playbook} class="card" id="another-mail">
      <h2>{mailEditorWords[language].another}</h2>
      <AddMailFields language={language} />
    </form>
  );
}

/** The name of a new mail, whether it asks to confirm the permission, and the button that makes it. */
function AddMailFields({ language }: { language: Language }) {
  const words = mailEditorWords[language];
  return (
    <>
      <div class="field">
        <label for="mail-name">{words.name}</label>
        <p class="soft" id="mail-name-hint">
          {words.nameHint}
        </p>
        <input
          id="mail-name"
          name="name"
          type="text"
          maxlength={30}
          autocomplete="off"
          aria-describedby="mail-name-hint"
        />
      </div>
      <div class="field">
        <label class="choice">
          <input type="checkbox" name="asks" value="on" />
          <span>
            {newWords[language].asks}
            <small>{newWords[language].asksHint}</small>
          </span>
        </label>
      </div>
      <button type="submit" class="second" name="do" value="new-mail">
        {words.add}
      </button>
    </>
  );
}
