import type { LeadId } from '../../../domain/identity/ids.ts';
import { timesIn } from '../../handover/dossier/times.ts';
import { eventText } from '../lead/event-text.ts';
import { leadWords } from '../lead/words.ts';
import type { CompanyProps } from './props.ts';
import { companyWords } from './words.ts';

/** What somebody of a company did last, as the timeline says it. */
export function Doings({ language, timeZone, company, playbook, now, of }: CompanyProps & { of: LeadId }) {
  const did = company.doings.get(of) ?? [];
  if (did.length === 0) return <>{companyWords[language].none}</>;
  const times = timesIn(language, timeZone, now);
  const view = { language, playbook, times, colleague: (by: string) => by };
  return (
    <div>
      {did.map(({ event, isUnconfirmed }) => (
        <div class="small">
          {eventText(event, view, new Map()).text}{' '}
          <span class="quiet">
            <time datetime={event.at}>{times.moment(event.at)}</time>
            {isUnconfirmed && <> · {leadWords[language].timeline.notConfirmed}</>}
          </span>
        </div>
      ))}
    </div>
  );
}
