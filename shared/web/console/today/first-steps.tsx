import type { Language } from '../../../domain/language.ts';
import { pages } from '../pages.ts';
import { consoleWords } from '../words.ts';
import { todayWords } from './words.ts';

interface Props {
  language: Language;
  publicUrl: string;
  form?: string | undefined;
  /** Whether the reader gives colleagues access. */
  canAdd: boolean;
}

/** What to do first, as long as nobody is known. */
export function FirstSteps({ language, publicUrl, form, canAdd }: Props) {
  const words = todayWords[language].first;
  const address = `${publicUrl}/f/${form}`;
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <ol>
        <li>
          {words.snippet}
          <p>
            <code>{`<script async src="${publicUrl}/t.js" data-consent="required"></script>`}</code>
          </p>
          <p class="small quiet">{words.consent}</p>
        </li>
        {form && (
          <li>
            {words.form} <a href={address}>{address}</a>
            <p class="small quiet">{words.visit}</p>
          </li>
        )}
        {canAdd && (
          <li>
            {words.people} <a href={pages.people}>{consoleWords[language].pages.people}</a>
          </li>
        )}
      </ol>
    </section>
  );
}
