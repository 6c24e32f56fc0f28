import { type Path, toField } from '../../../../playbook/mistake.ts';
import { titleOf } from '../kit/known-options.ts';
import { groupAt, listAt, type PartForm, textAt } from '../kit/part-form.ts';
import { conditionsText } from './conditions-text.ts';
import { type Gap, type Stop, stopsOf } from './stops.ts';
import { sequencesWords } from './words.ts';

/** The mails of a sequence by their subjects on a line of days, each a link to its step, and who gets only some of them. */
export function DayLine({ form, at }: { form: PartForm; at: Path }) {
  const words = sequencesWords[form.language];
  const stops = stopsOf(listAt(form, at), form.language);
  if (stops.length === 0) return null;
  return (
    <ol class="day-line" aria-label={words.line}>
      {stops.map((stop) => (
        <OneStop form={form} at={at} stop={stop} />
      ))}
    </ol>
  );
}

const GAPS: Record<Gap, string> = {
  none: 'gap-none',
  day: 'gap-day',
  week: 'gap-week',
  longer: 'gap-longer',
};

function OneStop({ form, at, stop }: { form: PartForm; at: Path; stop: Stop }) {
  const words = sequencesWords[form.language];
  const subject = titleOf(form, 'mails', stop.mail) || words.step(stop.index + 1);
  const step = [...at, stop.index];
  const conditions = groupAt(form, [...step, 'when']);
  return (
    <li class={GAPS[stop.gap]}>
      <span class="quiet small">{stop.when}</span>
      <a href={`#${toField([...step, 'mail'])}`}>{subject}</a>
      {Object.keys(conditions).length > 0 && <span class="small">{conditionsText(form, conditions)}</span>}
      {textAt(form, [...step, 'calendar']) === 'true' && <span class="small">{words.withCalendar}</span>}
    </li>
  );
}
