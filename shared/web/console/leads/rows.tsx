import { personName } from '../../../domain/handover/dossier/person-name.ts';
import { instantOf } from '../../../domain/identity/directory/row.ts';
import { pages } from '../pages.ts';
import { consoleWords } from '../words.ts';
import { agoIn } from './ago.ts';
import { type LeadsProps, type ListedLead, listLink } from './props.ts';
import { whyHere } from './why.ts';
import { leadsWords } from './words.ts';

/** A page of leads, and the way to the next one, which takes its own place. */
export function Rows(props: LeadsProps) {
  const { language, asked, leads, next } = props;
  const { columns, next: more } = leadsWords[language];
  const further = next && listLink({ ...asked, cursor: next });
  return (
    <div class="leads-page">
      <table class="cards leads">
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {leads.map((lead) => (
            <Row {...props} lead={lead} />
          ))}
        </tbody>
      </table>
      {further && (
        <p class="further">
          <a
            class="button second"
            href={further}
            hx-get={further}
            hx-target="closest .further"
            hx-select=".leads-page"
            hx-swap="outerHTML"
          >
            {more}
          </a>
        </p>
      )}
    </div>
  );
}

function Row({ lead, ...props }: LeadsProps & { lead: ListedLead }) {
  const { language, now, playbook } = props;
  const { row, email, values } = lead;
  const { columns, fits, readinesses, nobody } = leadsWords[language];
  const name = nameOf(values);
  return (
    <tr>
      <th scope="row">
        <span>
          <a href={`${pages.leads}/${row.id}`}>{name || email}</a>
          <span class="small quiet">{[name && email, values.company].filter(Boolean).join(' · ')}</span>
        </span>
      </th>
      <td data-label={columns.score}>
        <Score {...props} row={row} />
      </td>
      <td data-label={columns.stage}>{consoleWords[language].stages[row.stage]}</td>
      <td data-label={columns.fit}>
        <span class={row.fit === 'unknown' ? 'tag' : `tag ${row.fit}`}>{fits[row.fit]}</span>
      </td>
      <td data-label={columns.readiness}>{readinesses[row.readiness]}</td>
      <td data-label={columns.owner}>
        {row.owner ? personName(playbook.sales?.team ?? {}, row.owner) : <span class="quiet">{nobody}</span>}
      </td>
      <td data-label={columns.activity}>
        <time datetime={instantOf(row.activeAt)}>{agoIn(language, now)(row.activeAt)}</time>
      </td>
      <td data-label={columns.why}>{whyHere(props, lead, agoIn(language, now))}</td>
    </tr>
  );
}

/** The score as a number, a bar up to the highest one, and the band. */
function Score({ language, playbook, row }: LeadsProps & Pick<ListedLead, 'row'>) {
  const { score, band } = row;
  const width = Math.round((60 * Math.min(score, playbook.scoring.cap)) / playbook.scoring.cap);
  return (
    <span class="score">
      <span class="number">{score}</span>
      <svg viewBox="0 0 60 8" aria-hidden="true">
        <rect class="bed" width="60" height="8" rx="4" />
        <rect class="fill" width={width} height="8" rx="4" />
      </svg>
      <span class="small quiet">{leadsWords[language].bands[band]}</span>
    </span>
  );
}

/** The name of a person; empty when none is known. */
export function nameOf({ firstName, lastName, name }: Readonly<Record<string, string>>): string {
  return [firstName, lastName].filter(Boolean).join(' ') || (name ?? '');
}
