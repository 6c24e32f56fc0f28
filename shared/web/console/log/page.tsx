import { LOG_KINDS, type LogEntry } from '../../../domain/console/log.ts';
import type { Language } from '../../../domain/language.ts';
import { pages } from '../pages.ts';
import { Entries } from './entries.tsx';
import { logWords } from './words.ts';

export interface LogProps {
  language: Language;
  timeZone: string;
  /** What is looked for, as it stands in the address. */
  asked: Readonly<Record<string, string>>;
  entries: readonly LogEntry[];
  /** Whether this is not the first page, and where the next one begins. */
  isLater: boolean;
  next?: string | undefined;
}

/** The log, with what can be looked for in it. */
export function LogView(props: LogProps) {
  const { language, asked, entries, isLater, next } = props;
  const words = logWords[language];
  const query = new URLSearchParams(asked).toString();
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <Filters {...props} />
      {entries.length > 0 ? (
        <section class="card">
          <Entries {...props} />
        </section>
      ) : (
        <p class="empty">{next ? words.noneYet : words.none}</p>
      )}
      <div class="buttons">
        {next && (
          <a class="button second" href={`${pages.log}?${new URLSearchParams({ ...asked, cursor: next })}`}>
            {words.older}
          </a>
        )}
        {isLater && (
          <a class="button second" href={`${pages.log}?${query}`}>
            {words.newest}
          </a>
        )}
        <a class="button second" href={`${pages.log}.csv?${query}`}>
          {words.file}
        </a>
      </div>
    </>
  );
}

function Filters({ language, asked }: LogProps) {
  const words = logWords[language];
  return (
    <form class="filters" method="get" action={pages.log}>
      <div class="field">
        <label for="who">{words.columns.who}</label>
        <input type="text" id="who" name="who" value={asked.who} placeholder={words.whoHint} />
      </div>
      <div class="field">
        <label for="kind">{words.columns.what}</label>
        <select id="kind" name="kind">
          <option value="">{words.anything}</option>
          {LOG_KINDS.map((kind) => (
            <option value={kind} selected={kind === asked.kind}>
              {words.did[kind]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="about">{words.columns.about}</label>
        <input type="text" id="about" name="about" value={asked.about} placeholder={words.aboutHint} />
      </div>
      <div class="field">
        <label for="day">{words.day}</label>
        <input type="date" id="day" name="day" value={asked.day} />
      </div>
      <div class="buttons">
        <button type="submit">{words.find}</button>
        <a class="button second" href={pages.log}>
          {words.all}
        </a>
      </div>
    </form>
  );
}
