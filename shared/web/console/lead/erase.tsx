import { longDateTime } from '../../language.ts';
import { pages } from '../pages.ts';
import type { LeadView, Reader } from './lead-view.ts';
import { leadWords } from './words.ts';

/** Asks a second time before a person is erased: the address has to be typed. */
export function ErasePage({ view, typed }: { view: LeadView; typed?: string | undefined }) {
  const { address, who } = view;
  const words = leadWords[view.language].erase;
  const isWrong = typed !== undefined;
  return (
    <section class="card">
      <h1>{words.title(who)}</h1>
      <p>{words.text}</p>
      <form method="post" action={`${address}/erase`}>
        <div class="field">
          <label for="email">{words.type}</label>
          {isWrong && (
            <p class="wrong" id="email-wrong" role="alert">
              {words.wrong}
            </p>
          )}
          <input
            type="text"
            id="email"
            name="email"
            required
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={typed}
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={isWrong ? 'email-wrong' : undefined}
          />
        </div>
        <div class="buttons">
          <button type="submit" class="danger">
            {words.button}
          </button>
          <a class="button second" href={address}>
            {words.back}
          </a>
        </div>
      </form>
    </section>
  );
}

interface Erased {
  id: string;
  erasedAt: string;
  isFinished: boolean;
  removed: { events: number; visitors: number; others: number };
}

/** The receipt of an erasure. */
export function ErasedPage({ receipt, reader }: { receipt: Erased; reader: Reader }) {
  const { language, timeZone } = reader;
  const { erase: words, toLeads } = leadWords[language];
  const { events, visitors, others } = receipt.removed;
  return (
    <section class="card">
      <h1>{words.done}</h1>
      <p>{words.receipt(longDateTime(language, receipt.erasedAt, timeZone))}</p>
      <dl>
        <dt>{words.id}</dt>
        <dd>{receipt.id}</dd>
      </dl>
      <p>{receipt.isFinished ? words.removed(events, visitors, others) : words.goesOn}</p>
      <a class="button" href={pages.leads}>
        {toLeads}
      </a>
    </section>
  );
}
