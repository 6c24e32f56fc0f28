import type { Desk, DeskLead, DeskList } from '../../../domain/console/waiting-lead.ts';
import type { ActionName } from '../../../domain/handover/actions/action.ts';
import type { Language } from '../../../domain/language.ts';
import type { Instant } from '../../../domain/time.ts';
import { answerAddress, calendarAddress } from '../../handover/answer-address.ts';
import { shortDateTime } from '../../language.ts';
import { pages } from '../pages.ts';
import { deskWords } from './words.ts';

export interface DeskPageProps extends Desk {
  language: Language;
  timeZone: string;
  list: DeskList;
  /** The key of the next call that is logged from this page. */
  newKey: () => string;
  notice?: { text: string; isRefusal: boolean };
}

/** The leads that wait for sales, the longest wait first. */
export function DeskPage(props: DeskPageProps) {
  const { language, list, leads, total, next, isNotMade, notice } = props;
  const words = deskWords[language];
  const { title, empty } = words.lists[list];
  const address = list === 'mine' ? pages.mine : pages.handovers;
  return (
    <>
      {notice && (
        <p
          class={notice.isRefusal ? 'notice refusal' : 'notice'}
          role={notice.isRefusal ? 'alert' : 'status'}
        >
          {notice.text}
        </p>
      )}
      <h1>{title}</h1>
      {list !== 'mine' && (
        <p class="buttons">
          <a href={pages.handovers} aria-current={list === 'open' ? 'page' : undefined}>
            {words.lists.open.title}
          </a>
          <a href={`${pages.handovers}?overdue=1`} aria-current={list === 'overdue' ? 'page' : undefined}>
            {words.lists.overdue.title}
          </a>
        </p>
      )}
      {leads.length === 0 ? (
        <p class="empty">{isNotMade ? words.notMade : empty}</p>
      ) : (
        <>
          <p class="quiet small">{words.count(leads.length, total)}</p>
          {leads.map((lead) => (
            <LeadCard {...props} lead={lead} />
          ))}
        </>
      )}
      {next !== undefined && (
        <p>
          <a
            class="button second"
            href={`${address}?${list === 'overdue' ? 'overdue=1&' : ''}cursor=${next}`}
          >
            {words.more}
          </a>
        </p>
      )}
    </>
  );
}

function LeadCard({ lead, language, timeZone, list, newKey }: DeskPageProps & { lead: DeskLead }) {
  const words = deskWords[language];
  const { id, name, company, score, owner, since, next, until, isLate } = lead;
  const time = (at: Instant) => <time datetime={at}>{shortDateTime(language, at, timeZone)}</time>;
  return (
    <article class="card">
      <h2>
        <a href={`/console/leads/${id}`}>{name}</a>
        {company && <span class="quiet small"> {company}</span>}
      </h2>
      <p>
        <span class={isLate ? 'tag late' : 'tag'}>{words.next[next]}</span>{' '}
        {until !== undefined && (
          <span class={isLate ? 'wrong' : undefined}>
            {isLate ? words.since : words.until} {time(until)}
          </span>
        )}
        <span class="quiet small">
          {' '}
          {words.score(score)}
          {list !== 'mine' && owner && ` · ${owner}`} · {words.waits} {time(since)}
        </span>
      </p>
      {list === 'mine' && (
        <div class="buttons">
          <a class="button" href={answerAddress(id)} aria-label={words.about(words.doNext[next], name)}>
            {words.doNext[next]}
          </a>
          {(['reached', 'not-reached'] as const).map((outcome) => (
            <form method="post" action={pages.mine}>
              <input type="hidden" name="action" value={'call' satisfies ActionName} />
              <input type="hidden" name="lead" value={id} />
              <input type="hidden" name="outcome" value={outcome} />
              <input type="hidden" name="_key" value={newKey()} />
              <button type="submit" class="second" aria-label={words.about(words.log[outcome], name)}>
                {words.log[outcome]}
              </button>
            </form>
          ))}
          {next === 'call' && (
            <a class="button second" href={calendarAddress(id)}>
              {words.calendar}
            </a>
          )}
        </div>
      )}
    </article>
  );
}
