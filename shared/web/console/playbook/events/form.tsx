import { AddNamed, EntryButtons, EntryProblems, MoreInText } from '../kit/entries.tsx';
import { InBoth } from '../kit/in-both.tsx';
import { ChoiceInput, FlagInput, TextInput } from '../kit/inputs.tsx';
import { knownOptions } from '../kit/known-options.ts';
import { MomentInput } from '../kit/moment-input.tsx';
import { groupAt, type PartForm } from '../kit/part-form.ts';
import { eventsWords } from './words.ts';

const ATTENDED = ['event', 'property', 'is'] as const;

/** The webinars and seminars: when and where each is, and how people register. */
export function EventsForm({ form }: { form: PartForm }) {
  const words = eventsWords[form.language];
  const names = Object.keys(groupAt(form, []));
  return (
    <>
      <p>{words.intro}</p>
      {names.length === 0 && <p class="empty">{words.none}</p>}
      {names.map((name) => (
        <EventFields form={form} name={name} />
      ))}
      <section class="card">
        <AddNamed
          form={form}
          at={[]}
          what="event"
          label={words.newName}
          hint={words.newNameHint}
          button={words.add}
        />
      </section>
      <MoreInText form={form} at={[]} />
    </>
  );
}

function EventFields({ form, name }: { form: PartForm; name: string }) {
  const words = eventsWords[form.language];
  const isOwn = ATTENDED.some((setting) => groupAt(form, [name, 'attended'])[setting] !== undefined);
  const isWrong = form.mistakes.some(({ field }) => field.startsWith(`${name}.attended`));
  return (
    <fieldset class="entry">
      <legend>{name}</legend>
      <EntryProblems form={form} at={[name]} />
      <InBoth form={form} at={[name, 'title']} label={words.title} hint={words.titleHint} />
      <div class="row">
        <MomentInput form={form} at={[name, 'start']} label={words.start} />
        <MomentInput form={form} at={[name, 'end']} label={words.end} />
        <TextInput form={form} at={[name, 'timeZone']} label={words.timeZone} hint={words.timeZoneHint} />
      </div>
      <InBoth form={form} at={[name, 'place']} label={words.place} hint={words.placeHint} />
      <div class="row">
        <TextInput form={form} at={[name, 'link']} label={words.link} hint={words.linkHint} />
        <ChoiceInput
          form={form}
          at={[name, 'form']}
          label={words.form}
          options={knownOptions(form, 'forms')}
        />
        <MomentInput form={form} at={[name, 'moved']} label={words.moved} hint={words.movedHint} />
      </div>
      <FlagInput
        form={form}
        at={[name, 'cancelled']}
        usual={false}
        label={words.cancelled}
        hint={words.cancelledHint}
      />
      <details open={isOwn || isWrong}>
        <summary>{words.attended}</summary>
        <p class="soft">{words.attendedHint}</p>
        <EntryProblems form={form} at={[name, 'attended']} />
        <div class="row">
          {ATTENDED.map((setting) => (
            <TextInput form={form} at={[name, 'attended', setting]} label={words.came[setting]} />
          ))}
        </div>
      </details>
      <MoreInText form={form} at={[name]} />
      <p class="buttons">
        <EntryButtons form={form} at={[name]} called={name} />
      </p>
    </fieldset>
  );
}
