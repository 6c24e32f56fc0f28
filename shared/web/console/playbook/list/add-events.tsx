import type { Language } from '../../../../domain/language.ts';
import { pages } from '../../pages.ts';
import { eventsWords } from '../events/words.ts';

/** Makes the file of webinars and seminars, where a playbook has none yet. */
export function AddEvents({ language }: { language: Language }) {
  const words = eventsWords[language];
  return (
    <form method="post" action={pages.playbook}>
      <p class="soft">{words.beginIntro}</p>
      <button type="submit" class="second" name="do" value="new-events">
        {words.begin}
      </button>
    </form>
  );
}
