import type { Language } from '../../../shared/domain/language.ts';
import type { VisitorEvent } from '../../../shared/domain/tracking/event.ts';
import type { AnonymousVisitor } from '../../../shared/usecases/scoring/preview-visitor.ts';
import { counted } from '../../../shared/web/language.ts';
import { signed } from '../../../shared/web/signed.ts';
import { Moment } from '../moment.tsx';
import type { Visitors } from './visitors.ts';
import { startPageWords } from './words.ts';

const PAGES_SHOWN = 6;

/** Who looks around and is not known yet, with the points that this would bring. */
export function VisitorSection({
  visitors,
  language,
}: {
  visitors: Visitors | undefined;
  language: Language;
}) {
  const words = startPageWords[language];
  return (
    <section aria-labelledby="visitors">
      <h2 id="visitors">{words.visitors}</h2>
      <p class="hint">{words.visitorsHint}</p>
      {visitors === undefined || visitors.anonymous.length === 0 ? (
        <p class="empty">{words.noVisitors}</p>
      ) : (
        <ul class="cards">
          {visitors.anonymous.map((visitor) => (
            <Visitor {...{ visitor, language, threshold: visitors.threshold }} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface VisitorProps {
  visitor: AnonymousVisitor;
  language: Language;
  threshold: number;
}

function Visitor({ visitor: { visitor, events, score }, language, threshold }: VisitorProps) {
  const words = startPageWords[language];
  const earned = new Map<string, number>();
  for (const { eventId, points } of score.ledger) earned.set(eventId, (earned.get(eventId) ?? 0) + points);
  const left = events.length - PAGES_SHOWN;
  return (
    <li class="card">
      <h3>{words.visitor(visitor.slice(-4))}</h3>
      <p>
        <meter min={0} max={threshold} value={score.total} aria-label={words.points.other} />
        <b>{counted(language, score.total, words.points)}</b>{' '}
        <span class="quiet">{words.ofThreshold(threshold)}</span>
      </p>
      <ol class="did">
        {events.slice(0, PAGES_SHOWN).map((event) => (
          <li>
            {labelOf(event)}{' '}
            <span class="quiet">
              {earned.has(event.id) ? signed(earned.get(event.id) ?? 0) : words.countsAlready} ·{' '}
              <Moment at={event.at} language={language} />
            </span>
          </li>
        ))}
      </ol>
      {left > 0 && <p class="quiet">{words.andEarlier(left)}</p>}
    </li>
  );
}

function labelOf(event: VisitorEvent): string {
  if (event.type === 'track') return event.name;
  const { title, url = '' } = event;
  return title ?? url;
}
