import type { Day } from '../../../domain/time.ts';
import { timesIn } from '../../handover/dossier/times.ts';
import { TimelinePart, type TimelineProps } from './timeline.tsx';
import { leadWords } from './words.ts';

interface Props extends TimelineProps {
  /** The day that is shown as a whole. */
  day?: Day;
  isCut?: boolean;
}

/** An earlier part of the timeline, or one day of it, on a page of its own. */
export function TimelinePage({ day, isCut, ...props }: Props) {
  const { view } = props;
  const { address, who, language, now } = view;
  const words = leadWords[language].timeline;
  const title = day === undefined ? words.title : words.ofDay(timesIn(language, 'UTC', now).day(day));
  return (
    <div class="lead">
      <p>
        <a href={address}>{who}</a>
      </p>
      <h1>{title}</h1>
      {day && <p class="quiet">{words.day}</p>}
      {isCut && <p class="notice">{words.cut}</p>}
      <section class="card">
        <TimelinePart {...props} />
      </section>
      <a href={`${address}#timeline`}>{words.whole}</a>
    </div>
  );
}
