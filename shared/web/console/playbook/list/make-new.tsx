import type { Child } from 'hono/jsx';
import type { Language } from '../../../../domain/language.ts';
import { type GuideSteps, leftToWrite } from '../../../../playbook/new/guide-steps.ts';
import { guideAddress, newGuideAddress } from '../addresses.ts';
import { titleOf } from '../new/guide-title.ts';
import { newWords } from '../new/words.ts';

interface Props {
  language: Language;
  guides: readonly GuideSteps[];
  /** What else can be made. */
  children?: Child;
}

/** Makes something new, and leads back to what is still to be written. */
export function MakeNew({ language, guides, children }: Props) {
  const words = newWords[language];
  const unwritten = guides.filter((guide) => leftToWrite(guide) > 0);
  return (
    <section class="card" id="new">
      <h2>{words.title}</h2>
      <p class="buttons">
        <a class="button" href={newGuideAddress()}>
          {words.aGuide}
        </a>
        <a class="button second" href="#another-mail">
          {words.aMail}
        </a>
      </p>
      {children}
      {unwritten.length > 0 && (
        <>
          <h3>{words.toWrite}</h3>
          <ul class="plain-list">
            {unwritten.map((guide) => (
              <li>
                <a href={guideAddress(guide.form)}>{titleOf(guide, language)}</a>
                <span class="tag late">{words.left(leftToWrite(guide))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
