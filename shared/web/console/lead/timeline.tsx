import type { ExplainedEvent, MailOnPage } from '../../../domain/identity/lead-page.ts';
import type { Explanation } from '../../../domain/scoring/explain-events.ts';
import { dayOf } from '../../../domain/time.ts';
import { TIMELINE_KINDS, type TimelineKind } from '../../../domain/tracking/timeline-kinds.ts';
import { signed } from '../../signed.ts';
import { eventText } from './event-text.ts';
import type { LeadView } from './lead-view.ts';
import { leadWords } from './words.ts';

export interface TimelineProps {
  view: LeadView;
  events: readonly ExplainedEvent[];
  mails: ReadonlyMap<string, MailOnPage>;
  /** The only kind that is shown. */
  kind?: TimelineKind | undefined;
  /** The cursor of the next page; absent on the last. */
  cursor?: string | undefined;
}

/** What happened, newest first, with the points of each event; more comes on demand. */
export function Timeline({ view, kind, ...rest }: TimelineProps) {
  const { address } = view;
  const words = leadWords[view.language].timeline;
  const choices: [string, TimelineKind | undefined][] = [
    [words.all, undefined],
    ...TIMELINE_KINDS.map((one): [string, TimelineKind] => [words.kinds[one], one]),
  ];
  return (
    <section class="card" id="timeline">
      <h2>{words.title}</h2>
      <nav class="choices" aria-label={words.filter}>
        {choices.map(([label, one]) => {
          const href = one === undefined ? address : `${address}?kind=${one}`;
          return (
            <a
              href={`${href}#timeline`}
              aria-current={one === kind ? 'true' : undefined}
              hx-get={href}
              hx-target="#timeline"
              hx-select="#timeline"
              hx-swap="outerHTML"
              hx-push-url="true"
            >
              {label}
            </a>
          );
        })}
      </nav>
      <TimelinePart view={view} kind={kind} {...rest} />
    </section>
  );
}

/** Some events in order, and the way to those before. */
export function TimelinePart({ view, events, mails, kind, cursor }: TimelineProps) {
  const words = leadWords[view.language].timeline;
  const query = new URLSearchParams({ ...(kind && { kind }), cursor: cursor ?? '' });
  const more = `${view.address}?${query}`;
  return (
    <div id="timeline-part">
      {events.length === 0 && <p class="quiet">{cursor === undefined ? words.none : words.noneHere}</p>}
      {events.length > 0 && (
        <ol class="events">
          {events.map((one) => (
            <Entry view={view} entry={one} mails={mails} />
          ))}
        </ol>
      )}
      {cursor !== undefined && (
        <p class="more">
          <a
            class="button second"
            href={more}
            hx-get={more}
            hx-target="closest .more"
            hx-select="#timeline-part > *"
            hx-swap="outerHTML"
          >
            {words.more}
          </a>
        </p>
      )}
    </div>
  );
}

function Entry({
  view,
  entry,
  mails,
}: {
  view: LeadView;
  entry: ExplainedEvent;
  mails: TimelineProps['mails'];
}) {
  const { event, isUnconfirmed } = entry;
  const words = leadWords[view.language].timeline;
  const { text, notes } = eventText(event, view, mails);
  const marks = [
    ...('bot' in event && event.bot ? [words.robot] : []),
    ...('spam' in event && event.spam ? [words.spam] : []),
    ...(isUnconfirmed ? [words.notConfirmed] : []),
  ];
  return (
    <li class={event.type}>
      <div>
        {text}
        {notes.map((note) => (
          <div class="small quiet">{note}</div>
        ))}
        <div class="small quiet">
          <time datetime={event.at}>{view.times.moment(event.at)}</time>
          {marks.map((mark) => (
            <> · {mark}</>
          ))}
        </div>
      </div>
      <Points view={view} entry={entry} />
    </li>
  );
}

function Points({ view, entry: { event, earned = [] } }: { view: LeadView; entry: ExplainedEvent }) {
  if (earned.length === 0) return null;
  return (
    <div class="points">
      {earned.map((one) => (
        <div>
          <PointsOfRule view={view} day={dayOf(event.at)} earned={one} />
        </div>
      ))}
    </div>
  );
}

function PointsOfRule({ view, day, earned }: { view: LeadView; day: string; earned: Explanation }) {
  const words = leadWords[view.language].timeline;
  const { rule, points, is, from } = earned;
  switch (is) {
    case 'counted':
      return <b>{words.earned(signed(points), rule)}</b>;
    case 'repeated':
    case 'expired':
      return <span class="small quiet">{words[is](rule)}</span>;
    case 'early':
      return <span class="small quiet">{words.early(rule, from ?? 1)}</span>;
    case 'perhaps':
      if (from !== undefined)
        return <span class="small quiet">{words.perhapsFrom(signed(points), rule, from)}</span>;
      return (
        <span class="small quiet">
          {words.perhaps(signed(points), rule)} <a href={`${view.address}?day=${day}`}>{words.perhapsDay}</a>
        </span>
      );
  }
}
