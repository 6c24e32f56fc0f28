import type { Today } from '../../../domain/console/today.ts';
import type { Need } from '../../../domain/identity/directory/need.ts';
import type { Language } from '../../../domain/language.ts';
import { counted, shortDateTime } from '../../language.ts';
import { numberText } from './number-text.ts';
import { todayWords } from './words.ts';

/** Where all of a list are shown. */
const WHERE: Record<Need, string> = {
  overdue: '/console/handovers?overdue',
  untaken: '/console/handovers',
  raised: '/console/leads?need=raised&order=waiting',
  back: '/console/leads?need=back&order=waiting',
  stalled: '/console/leads?need=stalled&order=waiting',
};

interface Props {
  language: Language;
  timeZone: string;
  list: NonNullable<Today['lists']>[number];
}

/** Leads that need somebody for one reason. */
export function Needs({ language, timeZone, list: { need, total, leads } }: Props) {
  const words = todayWords[language];
  const { title, more } = words.needs[need];
  const all = words.all(numberText(language, total));
  return (
    <section class="card">
      <h2>{title}</h2>
      <p class="small quiet">{more}</p>
      <ul class="plain">
        {leads.map(({ id, name, company, score, owner, since }) => (
          <li>
            <a href={`/console/leads/${id}`}>
              <strong>{name}</strong>
            </a>
            {company && `, ${company}`}
            <span class="small quiet">
              {' · '}
              {counted(language, score, words.points)}
              {owner && ` · ${owner}`}
              {' · '}
              <time datetime={since}>{words.since(shortDateTime(language, since, timeZone))}</time>
            </span>
          </li>
        ))}
      </ul>
      {total > leads.length && (
        <p class="small">
          <a href={WHERE[need]} aria-label={words.allOf(all, title)}>
            {all}
          </a>
        </p>
      )}
    </section>
  );
}
