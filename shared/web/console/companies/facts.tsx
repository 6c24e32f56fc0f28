import { STAGES } from '../../../domain/identity/lead.ts';
import { longDate } from '../../language.ts';
import { consoleWords } from '../words.ts';
import type { CompanyProps } from './props.ts';
import { companyWords } from './words.ts';

/** What all people of a company are together; until the lists are made, what those on the page are. */
export function Facts({ language, timeZone, company, playbook, isLater }: CompanyProps) {
  const words = companyWords[language];
  const { owner, since, totals, isMore, points, next } = company;
  const isPart = totals === undefined ? isLater || next !== undefined : isMore;
  const partOf = totals === undefined ? words.pageOf : words.firstOf(String(totals.known));
  const nameOf = (person: string) => playbook.sales?.team[person]?.name ?? person;
  const stages = STAGES.filter((stage) => totals?.stages[stage]);
  return (
    <dl class="facts card">
      {totals && (
        <div>
          <dt>{words.facts.people}</dt>
          <dd class="number">{isMore ? words.moreThan(String(totals.known)) : totals.known}</dd>
        </div>
      )}
      <div>
        <dt>{words.facts.points}</dt>
        <dd class="number">
          {totals?.points ?? points} {isPart && <span class="small quiet">{partOf}</span>}
        </dd>
      </div>
      {totals && stages.length > 0 && (
        <div>
          <dt>{words.facts.stages}</dt>
          <dd>
            {stages
              .map((stage) => `${consoleWords[language].stages[stage]}: ${totals.stages[stage]}`)
              .join(', ')}
          </dd>
        </div>
      )}
      {totals?.activeAt && (
        <div>
          <dt>{words.facts.active}</dt>
          <dd>{longDate(language, totals.activeAt, timeZone)}</dd>
        </div>
      )}
      {since && (
        <div>
          <dt>{words.facts.since}</dt>
          <dd>{longDate(language, since, timeZone)}</dd>
        </div>
      )}
      <div>
        <dt>{words.facts.owner}</dt>
        <dd>
          {owner
            ? words.ownedSince(nameOf(owner.person), longDate(language, owner.at, timeZone))
            : words.nobodyOwns}
        </dd>
      </div>
      {totals && totals.hidden > 0 && (
        <div>
          <dt>{words.facts.hidden}</dt>
          <dd class="number">{totals.hidden}</dd>
        </div>
      )}
    </dl>
  );
}
