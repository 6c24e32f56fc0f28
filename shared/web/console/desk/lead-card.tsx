import type { DeskLead } from '../../../domain/console/waiting-lead.ts';
import type { ActionName } from '../../../domain/handover/actions/action.ts';
import type { Instant } from '../../../domain/time.ts';
import { answerAddress, calendarAddress } from '../../handover/answer-address.ts';
import { shortDateTime } from '../../language.ts';
import { pages } from '../pages.ts';
import { inPlace } from '../parts/in-place.ts';
import type { DeskPageProps } from './props.ts';
import { deskWords } from './words.ts';

/** A lead that waits for sales; among the viewer's own, with what can be done about it. */
export function LeadCard({ lead, language, timeZone, list, newKey }: DeskPageProps & { lead: DeskLead }) {
  const words = deskWords[language];
  // Among the viewer's own it stands under the heading of its step.
  const Heading = list === 'mine' ? 'h3' : 'h2';
  const { id, name, company, score, owner, since, next, until, isLate } = lead;
  const time = (at: Instant) => <time datetime={at}>{shortDateTime(language, at, timeZone)}</time>;
  return (
    <article class="card">
      <Heading>
        <a href={`/console/leads/${id}`}>{name}</a>
        {company && <span class="quiet small"> {company}</span>}
      </Heading>
      <p>
        <span class={isLate ? 'tag late' : 'tag'}>{words.next[next]}</span>{' '}
        {until !== undefined && (
          <span class={isLate ? 'wrong' : undefined}>
            {isLate ? words.since : next === 'call' ? words.callAt : words.until} {time(until)}
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
            <form method="post" action={pages.mine} {...inPlace}>
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
