import type { ScoreLine } from '../../../domain/scoring/score-line.ts';
import { plusDays } from '../../../domain/time.ts';
import { timesIn } from '../../handover/dossier/times.ts';
import { signed } from '../../signed.ts';
import type { LeadView } from './lead-view.ts';
import { ScorePicture } from './score-picture.tsx';
import { leadWords } from './words.ts';

interface Props {
  view: LeadView;
  score: ScoreLine;
}

/** The score as a picture, what is about to expire, and a table of the days with their points. */
export function ScoreSection({ view, score }: Props) {
  const { playbook, language, now } = view;
  const words = leadWords[view.language].score;
  const { scoring } = playbook;
  // A day of points is a day in UTC.
  const { day } = timesIn(language, 'UTC', now);
  const earning = score.days.filter(({ points, less }) => points > 0 || less !== undefined).reverse();
  return (
    <section class="card" id="score">
      <h2>{words.title}</h2>
      <p>{words.of(score.total, scoring.cap, scoring.bands.call)}</p>
      {score.others.length > 0 && (
        <ul class="plain" aria-label={words.others}>
          {score.others.map(({ name, total, threshold }) => (
            <li>{words.other(name, total, threshold)}</li>
          ))}
        </ul>
      )}
      {score.cut?.cap && <p>{words.cut.cap}</p>}
      {score.cut?.floor && <p>{words.cut.floor}</p>}
      {score.fit && <p>{words.fit(score.fit)}</p>}
      {earning.length === 0 ? (
        <p class="empty">{words.none}</p>
      ) : (
        <>
          <figure>
            <ScorePicture score={score} scoring={scoring} language={language} day={day} />
            <figcaption class="small quiet">{words.onlyCounting}</figcaption>
          </figure>
          <h3>{words.expiring}</h3>
          <Expiring {...{ view, score, day }} />
          <details>
            <summary>{words.table}</summary>
            <Days {...{ view, day }} days={earning} />
          </details>
        </>
      )}
    </section>
  );
}

function Expiring({ view, score, day }: Props & { day: (at: string) => string }) {
  const { expiry, moreExpiring, noneExpiring, ofPoints } = leadWords[view.language].score;
  if (score.expiring.length === 0) return <p class="quiet">{noneExpiring}</p>;
  const left = score.expiring.slice(MOST_EXPIRING).reduce((sum, { points }) => sum + points, 0);
  return (
    <ul class="plain">
      {score.expiring.slice(0, MOST_EXPIRING).map(({ at, points, total }) => (
        <li>{expiry(ofPoints(points), day(at), total)}</li>
      ))}
      {left > 0 && (
        <li class="quiet">{moreExpiring(ofPoints(left), day(score.expiring.at(-1)?.at ?? ''))}</li>
      )}
    </ul>
  );
}

const MOST_EXPIRING = 4;

/** Each day leads to what earned its points. */
function Days({ view, days, day }: { view: LeadView; days: ScoreLine['days']; day: (at: string) => string }) {
  const words = leadWords[view.language].score;
  const { windowDays } = view.playbook.scoring;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col" class="number">
            {words.points}
          </th>
          <th scope="col" class="number">
            {words.total}
          </th>
          <th scope="col">{words.expires}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((one) => (
          <tr>
            <th scope="row">
              <a href={`${view.address}?day=${one.day}`}>{day(one.day)}</a>
            </th>
            <td class="number">
              {[...(one.points > 0 ? [one.points] : []), ...(one.less ? [-one.less] : [])]
                .map(signed)
                .join(' ')}
            </td>
            <td class="number">{one.total}</td>
            <td>{day(plusDays(one.day, windowDays))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
