import { DelayInput } from '../kit/delay-input.tsx';
import { AddButton, AddNamed, EntryButtons, MoreInText } from '../kit/entries.tsx';
import { EntryTabs } from '../kit/entry-tabs.tsx';
import { InBoth } from '../kit/in-both.tsx';
import { ChoiceInput, FlagInput } from '../kit/inputs.tsx';
import { knownOptions, titleOf } from '../kit/known-options.ts';
import { groupAt, listAt, type PartForm, readAt, textAt } from '../kit/part-form.ts';
import { DayLine } from './day-line.tsx';
import { StartFields } from './start-fields.tsx';
import { StepFields } from './step-fields.tsx';
import { sequencesWords } from './words.ts';

interface Props {
  form: PartForm;
  /** The sequence that is shown. */
  entry: string | undefined;
}

/** The sequences, one at a time: what starts it, and its mails on a line of days. */
export function SequencesForm({ form, entry }: Props) {
  const words = sequencesWords[form.language];
  const names = Object.keys(groupAt(form, []));
  const open = entry !== undefined && names.includes(entry) ? entry : names[0];
  return (
    <>
      <EntryTabs form={form} kind="sequences" names={names} open={open} label={words.sequences} />
      {open !== undefined && <OneSequence form={form} name={open} />}
      <section class="card">
        <h2>{words.another}</h2>
        <AddNamed
          form={form}
          at={[]}
          what="sequence"
          label={words.newName}
          hint={words.newNameHint}
          button={words.add}
        />
      </section>
    </>
  );
}

function OneSequence({ form, name }: { form: PartForm; name: string }) {
  const words = sequencesWords[form.language];
  // The same as nothing, which is what the field then shows.
  if (textAt(form, [name, 'again']) === 'never') readAt(form, [name, 'again']);
  const steps = listAt(form, [name, 'steps']);
  const title = titleOf(form, 'sequences', name);
  return (
    <>
      <section class="card">
        <h2>
          {title} {title !== name && <code class="quiet small">{name}</code>}
        </h2>
        <InBoth form={form} at={[name, 'title']} label={words.title} hint={words.titleHint} />
        <div class="row">
          <ChoiceInput
            form={form}
            at={[name, 'subject']}
            label={words.subject}
            hint={words.subjectHint}
            none={words.noSubject}
            options={knownOptions(form, 'subjects')}
          />
          <ChoiceInput
            form={form}
            at={[name, 'event']}
            label={words.aboutEvent}
            hint={words.aboutEventHint}
            none={words.noEvent}
            options={knownOptions(form, 'events')}
          />
          <DelayInput form={form} at={[name, 'again', 'after']} label={words.again} hint={words.againHint} />
        </div>
        <FlagInput
          form={form}
          at={[name, 'paused']}
          usual={false}
          label={words.paused}
          hint={words.pausedHint}
        />
      </section>
      <StartFields form={form} at={[name, 'start']} />
      <section class="card">
        <h2>
          {words.steps}{' '}
          {textAt(form, [name, 'paused']) === 'true' && <span class="tag late">{words.paused}</span>}
        </h2>
        <DayLine form={form} at={[name, 'steps']} />
        <ol class="entries">
          {steps.map((_, index) => (
            <StepFields form={form} at={[name, 'steps', index]} place={{ index, of: steps.length }} />
          ))}
        </ol>
        <p class="buttons">
          <AddButton at={[name, 'steps']} what="step">
            {words.addStep}
          </AddButton>
        </p>
      </section>
      <MoreInText form={form} at={[name]} />
      <p>
        {words.removeSequence(title)} <EntryButtons form={form} at={[name]} called={title} />
      </p>
    </>
  );
}
