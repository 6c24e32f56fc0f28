import type { Child } from 'hono/jsx';
import type { LeadId } from '../../../../domain/identity/ids.ts';
import type { Language } from '../../../../domain/language.ts';
import type { LeadChange } from '../../../../domain/playbook/try-out/lead-changes.ts';
import type { ChangeCount, TryOut } from '../../../../domain/playbook/try-out/tally.ts';
import { counted, longDate, wholeNumber } from '../../../language.ts';
import { nameOf } from '../../leads/rows.tsx';
import { pages } from '../../pages.ts';
import { changeTextOf, type Named } from './change-text.ts';
import { TryOutLink } from './try-out-link.tsx';
import { tryOutWords } from './words.ts';

interface Props extends Named {
  language: Language;
  timeZone: string;
  tried: TryOut;
  people: ReadonlyMap<LeadId, { email: string; values: Readonly<Record<string, string>> }>;
  /** How many examples are left out. */
  hidden: number;
}

const GROUPS = {
  sales: ['handed-over', 'crosses', 'falls-back'],
  fit: ['fit'],
  band: ['band'],
  mails: ['mail-more', 'mail-less'],
} as const satisfies Record<string, readonly LeadChange['kind'][]>;

/** What publishing the draft would do: how many leads, and examples. */
export function TryOutPage(props: Props) {
  const { language, tried } = props;
  const words = tryOutWords[language];
  const number = (value: number) => wholeNumber(language, value);
  const leads = (count: number) =>
    `${number(count)} ${counted(language, count, words.leads).split(' ').slice(1).join(' ')}`;
  const isSample = tried.sampled < tried.leads;
  return (
    <TryOutFrame language={language}>
      <p>
        {isSample ? words.some(number(tried.sampled), leads(tried.leads)) : words.all(leads(tried.leads))}
      </p>
      {tried.changes.length === 0 ? (
        <p class="notice" role="status">
          {words.nothing}
        </p>
      ) : (
        <>
          <p class="notice" role="status">
            {words.changed(leads(tried.changed.count))} <Margin {...{ language, ...tried.changed }} />
          </p>
          <div class="columns">
            {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
              <Group {...props} group={group} />
            ))}
          </div>
          <Examples {...props} />
        </>
      )}
      {tried.unread > 0 && <p class="quiet">{words.unread(leads(tried.unread))}</p>}
      <p class="quiet small">
        {words.cost(
          `${number(Math.ceil(tried.units))} ${counted(language, Math.ceil(tried.units), words.units).split(' ').slice(1).join(' ')}`,
          (tried.ms / 1_000).toFixed(1),
        )}
      </p>
    </TryOutFrame>
  );
}

/** What stands around an answer, or around why there is none. */
export function TryOutFrame({ language, children }: { language: Language; children: Child }) {
  const words = tryOutWords[language];
  return (
    <>
      <p class="small">
        <a href={pages.playbook}>{words.back}</a>
      </p>
      <h1>{words.title}</h1>
      {children}
      <TryOutLink language={language} isAgain />
    </>
  );
}

function Group(props: Props & { group: keyof typeof GROUPS }) {
  const { language, timeZone, tried, group } = props;
  const words = tryOutWords[language];
  const kinds: readonly string[] = GROUPS[group];
  const own = tried.changes.filter(({ kind }) => kinds.includes(kind));
  return (
    <section class="card">
      <h2>{words[group].title}</h2>
      {group === 'mails' && (
        <p class="quiet small">{words.mails.intro(longDate(language, tried.until, timeZone))}</p>
      )}
      {own.length === 0 ? <p class="quiet">{words[group].none}</p> : <Counts {...props} changes={own} />}
    </section>
  );
}

function Counts(props: Props & { changes: readonly ChangeCount[] }) {
  const { language } = props;
  return (
    <ul>
      {props.changes.map((change) => (
        <li>
          <strong class="number">{wholeNumber(language, change.count)}</strong>{' '}
          <Margin language={language} {...change} /> {changeTextOf(language, change, props)}
        </li>
      ))}
    </ul>
  );
}

function Margin({ language, low, high }: { language: Language; low: number; high: number }) {
  if (low === high) return null;
  const number = (value: number) => wholeNumber(language, value);
  return <span class="quiet small number">({tryOutWords[language].between(number(low), number(high))})</span>;
}

function Examples(props: Props) {
  const { language, tried, people, hidden } = props;
  const words = tryOutWords[language].examples;
  return (
    <section class="card">
      <h2>{words.title}</h2>
      {tried.examples.length === 0 && <p class="quiet">{words.none}</p>}
      <ul>
        {tried.examples.map(({ lead, changes }) => {
          const { email = '', values = {} } = people.get(lead) ?? {};
          return (
            <li>
              <a href={`${pages.leads}/${lead}`}>{nameOf(values) || email}</a>
              <ul>
                {changes.map((change) => (
                  <li>{changeTextOf(language, change, props)}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && tried.examples.length > 0 && (
        <p class="quiet small">{words.hidden(wholeNumber(language, hidden))}</p>
      )}
    </section>
  );
}
