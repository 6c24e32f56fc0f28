import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import type { PlaybookChange } from '../../../../playbook/versions/change.ts';
import { pages } from '../../pages.ts';
import { newWords } from '../new/words.ts';
import { TryOutLink } from '../try-out/try-out-link.tsx';
import { ChangeList } from '../versions/version-list.tsx';
import { playbookWords } from '../words.ts';

interface Props {
  language: Language;
  changes: readonly PlaybookChange[];
  /** What it means for people who are in a sequence. */
  meaning?: Child;
  /** What the page showed, so that nothing else is published. */
  seen: { draft: string; over: number };
  hasMistakes: boolean;
  /** How many texts are still those that they began with. */
  unwritten: number;
  note: string;
}

/** Publishes the draft with a note, after saying what changes and what that means for people. */
export function PublishForm({ language, changes, meaning, seen, hasMistakes, unwritten, note }: Props) {
  const words = playbookWords[language].publish;
  return (
    <section class="card" id="publish">
      <h2>{words.title}</h2>
      {changes.length === 0 ? (
        <p class="quiet">{words.nothing}</p>
      ) : (
        <>
          <h3>{words.changes}</h3>
          <ChangeList language={language} entry={{ changes }} />
          {meaning && (
            <>
              <h3>{words.consequences}</h3>
              {meaning}
            </>
          )}
          <TryOutLink language={language} />
          <form method="post" action={pages.playbook}>
            <input type="hidden" name="draft" value={seen.draft} />
            <input type="hidden" name="over" value={String(seen.over)} />
            <div class="field">
              <label for="note">{words.note}</label>
              <p class="soft" id="note-hint">
                {words.noteHint}
              </p>
              <input
                id="note"
                name="note"
                type="text"
                maxlength={300}
                value={note}
                aria-describedby="note-hint"
              />
            </div>
            {unwritten > 0 && <p class="warning">{newWords[language].unwritten(unwritten)}</p>}
            {hasMistakes && <p class="wrong">{words.wrong}</p>}
            <button type="submit" disabled={hasMistakes}>
              {words.button}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
