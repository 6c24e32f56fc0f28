import { settingAt, toPointer } from '../../../../playbook/edit/setting-path.ts';
import type { Path } from '../../../../playbook/mistake.ts';
import { DelayInput } from '../kit/delay-input.tsx';
import { EntryProblems } from '../kit/entries.tsx';
import { groupAt, type PartForm, readAt } from '../kit/part-form.ts';
import { isAboutEvent } from './about-event.ts';
import { sequencesWords } from './words.ts';

const MOMENTS = ['start', 'before', 'after', 'moved', 'cancelled'] as const;

/** When a step is sent: after the start, or around the event of its sequence; and the other moments to choose instead. */
export function MomentFields({ form, at }: { form: PartForm; at: Path }) {
  const words = sequencesWords[form.language];
  const step = groupAt(form, at);
  const event = [...at, 'event'];
  const around = groupAt(form, event);
  const moment = momentOf(step);
  const isAfterStart = moment === 'start' || step.after !== undefined;
  return (
    <div>
      {isAfterStart && <DelayInput form={form} at={[...at, 'after']} label={words.after} />}
      {step.event !== undefined && <EntryProblems form={form} at={event} />}
      {(['before', 'after'] as const).map(
        (one) =>
          around[one] !== undefined && (
            <DelayInput form={form} at={[...event, one]} label={words.moments[one]} />
          ),
      )}
      {(moment === 'moved' || moment === 'cancelled') && (
        <p>
          <strong>{words.moments[readAt(form, event) === 'moved' ? 'moved' : 'cancelled']}</strong>
        </p>
      )}
      {(isAboutEvent(form, at) || step.event !== undefined) && (
        <details open={moment === undefined}>
          <summary class="small">{words.otherMoment}</summary>
          <p class="buttons">
            {MOMENTS.filter((one) => one !== moment).map((one) => (
              <button type="submit" class="second" name="do" value={`set ${toPointer(at)} moment-${one}`}>
                {words.moments[one]}
              </button>
            ))}
          </p>
        </details>
      )}
    </div>
  );
}

/** Undefined when it cannot be read. */
function momentOf(step: Record<string, unknown>): (typeof MOMENTS)[number] | undefined {
  const { event } = step;
  if (event === undefined) return 'start';
  if (event === 'moved' || event === 'cancelled') return event;
  return (['before', 'after'] as const).find((one) => settingAt(event, [one]) !== undefined);
}
