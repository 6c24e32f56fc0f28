import { personName } from '../../../domain/handover/dossier/person-name.ts';
import { FACETS, type Facet } from '../../../domain/identity/directory/facets.ts';
import { LIST_ORDERS } from '../../../domain/identity/directory/find.ts';
import { EVERY_SUBJECT } from '../../../domain/identity/mail-consent.ts';
import { pages } from '../pages.ts';
import { consoleWords } from '../words.ts';
import { type LeadsProps, listLink, type NameOf } from './props.ts';
import { leadsWords } from './words.ts';

/** Those that somebody needs each day, and those behind a press. */
const FIRST: readonly Facet[] = ['stage', 'fit', 'owner'];
const LATER = FACETS.filter((facet) => !FIRST.includes(facet));
/** What a list to choose from has at most. */
const MOST_CHOICES = 50;
/** The number of a report whose leads are meant. */
const OF_REPORT = ['counted', 'under', 'from', 'to'] as const;
/** The filters that a link sets and no list offers. */
const ALSO = ['status', 'reason', 'returned', 'isOverdue', 'isStalled', 'need', 'paused'] as const;

/** The search and the filters. They stand beside what they find, so that typing goes on while it changes. */
export function Filters(props: LeadsProps) {
  const { language, asked, order, isTooShort } = props;
  const words = leadsWords[language];
  const kept = [...ALSO, ...OF_REPORT].filter((name) => asked[name] !== undefined);
  return (
    <form
      class="filters"
      method="get"
      action={pages.leads}
      hx-get={pages.leads}
      hx-trigger="input changed delay:250ms from:#q, change from:#filters"
      hx-target="#found"
      hx-select="#found"
      hx-select-oob="#languages"
      hx-swap="outerHTML"
      hx-replace-url="true"
      hx-sync="replace"
      id="filters"
    >
      <div class="field search">
        <label for="q">{words.search}</label>
        <input
          type="search"
          id="q"
          name="q"
          value={asked.q}
          maxlength={254}
          autocomplete="off"
          placeholder={words.searchHint}
          aria-invalid={isTooShort ? 'true' : undefined}
          aria-describedby={isTooShort ? 'q-wrong' : undefined}
        />
      </div>
      {FIRST.map((facet) => (
        <Choice {...props} facet={facet} />
      ))}
      <div class="field">
        <label for="order">{words.order}</label>
        <select id="order" name="order">
          {LIST_ORDERS.map((one) => (
            <option value={one} selected={one === order}>
              {words.orders[one]}
            </option>
          ))}
        </select>
      </div>
      <details open={LATER.some((facet) => asked[facet])}>
        <summary>{words.more}</summary>
        <div class="filters">
          {LATER.map((facet) => (
            <Choice {...props} facet={facet} />
          ))}
        </div>
      </details>
      {kept.map((name) => (
        <input type="hidden" name={name} value={asked[name]} />
      ))}
      <div class="buttons">
        <button type="submit">{words.apply}</button>
        <a class="button second" href={pages.leads}>
          {words.clear}
        </a>
      </div>
    </form>
  );
}

function Choice({ facet, ...props }: LeadsProps & { facet: Facet }) {
  const { language, asked, facets } = props;
  const words = leadsWords[language];
  const nameOf = namesIn(props);
  const chosen = asked[facet];
  const counts = [...facets[facet]].sort(([, a], [, b]) => b - a).slice(0, MOST_CHOICES);
  if (chosen && !counts.some(([value]) => value === chosen)) counts.push([chosen, 0]);
  return (
    <div class="field">
      <label for={facet}>{words.facets[facet]}</label>
      <select id={facet} name={facet}>
        <option value="">{words.any}</option>
        {counts.map(([value, count]) => (
          <option value={value} selected={value === chosen}>
            {`${nameOf(facet, value)} (${count})`}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What a link asked besides, each with a way to take it away. */
export function AlsoAsked({ language, asked, playbook }: LeadsProps) {
  const { statuses, reasons, isOverdue, isStalled, needs, paused, returns, without } = leadsWords[language];
  // What an address asks was checked before.
  const texts: Record<(typeof ALSO)[number], string | undefined> = {
    status: statuses[asked.status as keyof typeof statuses],
    reason: reasons[asked.reason as keyof typeof reasons],
    returned: returns[asked.returned as keyof typeof returns],
    isOverdue: asked.isOverdue && isOverdue,
    isStalled: asked.isStalled && isStalled,
    paused: asked.paused && paused(own(playbook.sequences, asked.paused)?.title[language] ?? asked.paused),
    need: needs[asked.need as keyof typeof needs],
  };
  const shown = ALSO.flatMap((name) => (texts[name] ? { name, text: texts[name] } : []));
  if (shown.length === 0) return null;
  return (
    <p class="buttons">
      {shown.map(({ name, text }) => {
        const { [name]: _, ...rest } = asked;
        return (
          <a class="tag" href={listLink(rest)} aria-label={without(text)}>
            {text} ×
          </a>
        );
      })}
    </p>
  );
}

function namesIn({ language, playbook }: LeadsProps): NameOf {
  const words = leadsWords[language];
  const fixed: Partial<Record<Facet, Readonly<Record<string, string>>>> = {
    stage: consoleWords[language].stages,
    band: words.bands,
    fit: words.fits,
    readiness: words.readinesses,
  };
  return (facet, value) => {
    if (facet === 'owner') return personName(playbook.sales?.team ?? {}, value);
    if (facet === 'form') return own(playbook.forms, value)?.title[language] ?? value;
    if (facet === 'subject' && value === EVERY_SUBJECT) return words.allSubjects;
    if (facet === 'subject') return own(playbook.mailing.subjects, value)?.[language] ?? value;
    return own(fixed[facet] ?? {}, value) ?? value;
  };
}

/** What an address names may be a word that every object knows, such as `constructor`. */
function own<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
