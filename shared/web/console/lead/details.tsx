import type { Fit } from '../../../domain/fit/fit.ts';
import { byTime } from '../../../domain/handover/dossier/activities.ts';
import { otherNameOf } from '../../../domain/handover/dossier/contact.ts';
import { contradictionsOf } from '../../../domain/identity/profile.ts';
import { contradictionSection } from '../../handover/dossier/contradiction-section.ts';
import { fitReasonText } from '../../handover/dossier/fit-text.ts';
import { outsideLine } from '../../handover/dossier/outside-text.ts';
import { dossierWords } from '../../handover/dossier/words.ts';
import { listed } from '../../language.ts';
import { Facts } from '../../layout/facts.tsx';
import { valuesWords } from '../values/words.ts';
import type { LeadView } from './lead-view.ts';
import { leadWords } from './words.ts';

/** The answers that count, and what others said instead. */
export function Details({ view }: { view: LeadView }) {
  const { times, contact, language, lead, profile } = view;
  const words = leadWords[view.language];
  const { form, campaign } = lead.origin ?? {};
  const source = form && (view.playbook.forms[form]?.title[language] ?? outsideLine(form));
  const zone = view.playbook.fields.timeZone?.label;
  const answers = (isZone: boolean) =>
    contact.answers
      .filter(({ label }) => (label === zone) === isZone)
      .map(({ label, value }): [string, string] => [label[language], outsideLine(value)]);
  const facts: [string, string][] = [
    ...answers(false),
    [words.details.knownSince, times.day(profile.createdAt)],
    ...(source ? [[words.details.source, source] as [string, string]] : []),
    ...(campaign ? [[words.details.campaign, outsideLine(campaign)] as [string, string]] : []),
    ...answers(true),
  ];
  return (
    <section class="card" id="details">
      <h2>{words.details.title}</h2>
      <Facts facts={facts} />
      <LastChanged view={view} />
      <p>
        <a href={`${view.address}/values`}>{valuesWords[language].link}</a>
      </p>
      <AlsoSaid view={view} />
    </section>
  );
}

/** Which colleague last said something of it. */
function LastChanged({ view: { profile, times, colleague, language } }: { view: LeadView }) {
  const said = Object.values(profile.values).filter((claim) => claim.colleague !== undefined);
  const last = said.sort(byTime).at(-1);
  if (last?.colleague === undefined) return null;
  const text = valuesWords[language].lastChanged(colleague(last.colleague), times.moment(last.at));
  return <p class="small quiet">{text}</p>;
}

const MOST = 20;

function AlsoSaid({ view: { profile, playbook, times, language } }: { view: LeadView }) {
  const contradictions = [...contradictionsOf(profile), ...otherNameOf(profile)];
  const labels = Object.fromEntries(
    Object.entries(playbook.fields).map(([name, { label }]) => [name, label]),
  );
  const [section] = contradictionSection({ contradictions, labels }, times, { lines: MOST, language });
  if (section === undefined) return null;
  return (
    <>
      <h3>{section.title}</h3>
      <p class="small quiet">{section.intro}</p>
      <ul class="plain">
        {section.lines.map(({ text, note }) => (
          <li>
            {text} <span class="small quiet">{note}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether it fits, what decided that, and what to ask next. */
export function FitSection({ view, fit }: { view: LeadView; fit: Fit }) {
  const { language, playbook, contact } = view;
  const words = leadWords[view.language];
  const labelOf = (field: string) => playbook.fields[field]?.label[language] ?? field;
  const unknown = contact.unknown.map((label) => label[language]);
  return (
    <section class="card" id="fit">
      <h2>{words.fit.title}</h2>
      <p>
        <span class={`tag ${fit.verdict}`}>{dossierWords[language].fit[fit.verdict]}</span>
      </p>
      <ul class="plain">
        {fit.reasons.map((reason) => (
          <li class={reason.says}>
            {outsideLine(fitReasonText(reason, 'field' in reason ? labelOf(reason.field) : '', language))}
          </li>
        ))}
      </ul>
      {fit.ask.length > 0 && <p>{words.fit.ask(listed(language, fit.ask.map(labelOf)))}</p>}
      {unknown.length > 0 && <p class="small quiet">{words.fit.unknown(listed(language, unknown))}</p>}
    </section>
  );
}
