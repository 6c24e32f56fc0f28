import type { FailedJob } from '../../../domain/jobs/failed-job.ts';
import type { Language } from '../../../domain/language.ts';
import { counted, shortDateTime } from '../../language.ts';
import { pages } from '../pages.ts';
import { todayWords } from './words.ts';

interface Props {
  language: Language;
  timeZone: string;
  failed: readonly FailedJob[];
  /** Whether the reader may try it again. */
  canHandle: boolean;
}

/** What failed for good, with what it means for people and what can be done. */
export function Failed({ language, timeZone, failed, canHandle }: Props) {
  const words = todayWords[language];
  return (
    <section class="card">
      <h2>{words.failed}</h2>
      <p class="small quiet">{canHandle ? words.failedMore : words.askAdmin}</p>
      <ul class="plain">
        {failed.map((job) => (
          <li>
            {words.dead[job.kind]} {job.lead && <a href={`/console/leads/${job.lead}`}>{words.lead}</a>}
            <p class="small quiet">
              <time datetime={job.since}>{words.since(shortDateTime(language, job.since, timeZone))}</time>
              {' · '}
              {words.tried(counted(language, job.tries, words.times), job.failure)}
            </p>
            {canHandle && <Buttons language={language} job={job} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Buttons({ language, job }: { language: Language; job: FailedJob }) {
  const words = todayWords[language];
  const { partition, place, mustBeDone } = job;
  return (
    <form method="post" action={pages.today} class="buttons">
      <input type="hidden" name="partition" value={partition} />
      <input type="hidden" name="place" value={place} />
      <button type="submit" name="action" value="again">
        {words.again}
      </button>
      {mustBeDone ? (
        <span class="small quiet">{words.mustBeDone}</span>
      ) : (
        <button type="submit" name="action" value="drop" class="second">
          {words.drop}
        </button>
      )}
    </form>
  );
}
