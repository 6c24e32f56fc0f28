import type { ExplainedEvent, MailOnPage } from '../../../domain/identity/lead-page.ts';
import { dayOf } from '../../../domain/time.ts';
import { TIMELINE_KINDS, type TimelineKind } from '../../../domain/tracking/timeline-kinds.ts';
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

function Points({ view, entry: { event, earned } }: { view: LeadView; entry: ExplainedEvent }) {
  if (earned === undefined) return null;
  const words = leadWords[view.language].timeline;
  const { rule, points, is } = earned;
  switch (is) {
    case 'counted':
      return <b class="points">{words.earned(points, rule)}</b>;
    case 'repeated':
    case 'expired':
      return <span class="points small quiet">{words[is](rule)}</span>;
    case 'perhaps':
      return (
        <span class="points small quiet">
          {words.perhaps(points, rule)}{' '}
          <a href={`${view.address}?day=${dayOf(event.at)}`}>{words.perhapsDay}</a>
        </span>
      );
  }
}
