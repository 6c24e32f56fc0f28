import { pages } from '../pages.ts';
import { Behind } from './behind.tsx';
import { AlsoAsked, Filters } from './filters.tsx';
import { addAddress, type LeadsProps, listLink } from './props.ts';
import { Rows } from './rows.tsx';
import { leadsWords } from './words.ts';

/** Up to here the number is said; beyond it nobody counts. */
const COUNTED = 1_000;

/** The list of leads. */
export function LeadsPage(props: LeadsProps) {
  const { title, add } = leadsWords[props.language];
  return (
    <>
      <h1>{title}</h1>
      <p class="buttons">
        <a class="button second" href={addAddress}>
          {add}
        </a>
      </p>
      <Filters {...props} />
      <Found {...props} />
    </>
  );
}

function Found(props: LeadsProps) {
  const { language, leads, total, cut, isPausedCut, isTooShort } = props;
  const words = leadsWords[language];
  return (
    <section id="found" aria-live="polite">
      <Behind {...props} />
      <AlsoAsked {...props} />
      {isTooShort && (
        <p class="wrong" id="q-wrong">
          {words.tooShort}
        </p>
      )}
      {!isTooShort && (
        <p class="count">
          <strong class="number">{total > COUNTED ? words.foundMany : words.found(total)}</strong>
        </p>
      )}
      {cut && <p class="notice">{words.cut[cut]}</p>}
      {isPausedCut && <p class="notice">{words.pausedCut}</p>}
      {leads.length > 0 ? <Rows {...props} /> : !isTooShort && <Nobody {...props} />}
      {total > 0 && <Files {...props} />}
    </section>
  );
}

function Nobody({ language, facets, isSales }: LeadsProps) {
  const words = leadsWords[language];
  if (facets.stage.size > 0) {
    return (
      <p class="empty">
        {words.none} {words.noneMore} <a href={pages.leads}>{words.clear}</a>
      </p>
    );
  }
  return <p class="empty">{isSales ? words.emptySales : `${words.empty} ${words.emptyMore}`}</p>;
}

/** The way to the file, or to its parts when it would be too large. */
function Files({ language, asked, parts }: LeadsProps) {
  const words = leadsWords[language];
  const all = Array.from({ length: parts }, (_, n) => n + 1);
  const { cursor: _, ...rest } = asked;
  return (
    <p class="buttons">
      {all.map((part) => (
        <a
          class="button second"
          href={listLink(parts === 1 ? rest : { ...rest, part: String(part), of: String(parts) }, '.csv')}
        >
          {parts === 1 ? words.file : words.part(part, parts)}
        </a>
      ))}
    </p>
  );
}
