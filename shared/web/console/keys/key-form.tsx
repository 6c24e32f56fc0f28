import { SCOPES } from '../../../domain/console/api-keys.ts';
import type { Language } from '../../../domain/language.ts';
import { pages } from '../pages.ts';
import { keyWords } from './words.ts';

/** What somebody typed, and what is wrong with it. */
export interface TypedKey {
  name: string;
  scopes: readonly string[];
  wrong: { name?: 'missing' | 'taken'; scopes?: 'missing' };
}

/** The form that makes a key. */
export function KeyForm({ language, typed }: { language: Language; typed?: TypedKey | undefined }) {
  const words = keyWords[language];
  const { wrong = {} } = typed ?? {};
  return (
    <section class="card">
      <h2>{words.make}</h2>
      <form method="post" action={pages.keys}>
        <input type="hidden" name="action" value="make" />
        <div class="field">
          <label for="name">{words.name}</label>
          <p class="small quiet" id="name-hint">
            {words.nameHint}
          </p>
          {wrong.name && (
            <p class="wrong" id="name-wrong">
              {wrong.name === 'taken' ? words.wrong.nameTaken : words.wrong.nameMissing}
            </p>
          )}
          <input
            type="text"
            id="name"
            name="name"
            maxlength={60}
            required
            autocomplete="off"
            value={typed?.name}
            aria-describedby={wrong.name ? 'name-hint name-wrong' : 'name-hint'}
            aria-invalid={wrong.name && 'true'}
          />
        </div>
        <fieldset class="field" aria-describedby={wrong.scopes && 'scopes-wrong'}>
          <legend>{words.scopes}</legend>
          {wrong.scopes && (
            <p class="wrong" id="scopes-wrong">
              {words.wrong.scopesMissing}
            </p>
          )}
          {SCOPES.map((scope) => (
            <label>
              <input type="checkbox" name="scope" value={scope} checked={typed?.scopes.includes(scope)} />{' '}
              {words.scope[scope].may} <span class="small quiet">{words.scope[scope].more}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit">{words.make}</button>
      </form>
    </section>
  );
}
