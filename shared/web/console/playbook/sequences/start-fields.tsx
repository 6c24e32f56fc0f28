import { toPointer } from '../../../../playbook/edit/setting-path.ts';
import type { Path } from '../../../../playbook/mistake.ts';
import { EntryProblems, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, ListInput, NumberInput, SomeInput, TextInput } from '../kit/inputs.tsx';
import { knownOptions } from '../kit/known-options.ts';
import { groupAt, type PartForm, readAt } from '../kit/part-form.ts';
import { PropertyFields } from './property-fields.tsx';
import { sequencesWords } from './words.ts';

const STARTS = ['form', 'visited', 'clicked', 'answered', 'event', 'band', 'returned', 'imported'] as const;
type Start = (typeof STARTS)[number];

/** What starts a sequence: the settings of its kind, and the other kinds to choose instead. */
export function StartFields({ form, at }: { form: PartForm; at: Path }) {
  const words = sequencesWords[form.language];
  const start = groupAt(form, at);
  const kind = STARTS.find((one) => one in start);
  return (
    <section class="card">
      <h2>{kind ? words.starts[kind] : words.startsUnknown}</h2>
      <EntryProblems form={form} at={at} />
      {kind && <Settings form={form} at={at} kind={kind} />}
      <MoreInText form={form} at={at} />
      <details>
        <summary>{words.startsElse}</summary>
        <p class="soft">{words.startsElseHint}</p>
        <p class="buttons">
          {STARTS.filter((one) => one !== kind).map((one) => (
            <button type="submit" class="second" name="do" value={`set ${toPointer(at)} ${one}`}>
              {words.starts[one]}
            </button>
          ))}
        </p>
      </details>
    </section>
  );
}

function Settings({ form, at, kind }: { form: PartForm; at: Path; kind: Start }) {
  const words = sequencesWords[form.language];
  switch (kind) {
    case 'form':
      return (
        <ChoiceInput
          form={form}
          at={[...at, 'form']}
          label={words.form}
          options={knownOptions(form, 'forms')}
        />
      );
    case 'visited':
      return (
        <div class="row">
          <ListInput form={form} at={[...at, 'visited']} label={words.pages} hint={words.pagesHint} />
          <ChoiceInput
            form={form}
            at={[...at, 'withoutForm']}
            label={words.withoutForm}
            none={words.anyone}
            options={knownOptions(form, 'forms')}
          />
        </div>
      );
    case 'clicked':
      return (
        <div class="row">
          <ListInput form={form} at={[...at, 'clicked', 'to']} label={words.pages} hint={words.pagesHint} />
          <SomeInput
            form={form}
            at={[...at, 'clicked', 'in']}
            label={words.inMails}
            hint={words.inMailsHint}
            options={knownOptions(form, 'mails')}
          />
        </div>
      );
    case 'answered':
      return <Answered form={form} at={[...at, 'answered']} />;
    case 'event':
      return (
        <>
          <TextInput form={form} at={[...at, 'event']} label={words.event} hint={words.eventHint} />
          <PropertyFields form={form} at={[...at, 'with']} />
        </>
      );
    case 'band':
      return (
        <ChoiceInput
          form={form}
          at={[...at, 'band']}
          label={words.band}
          options={(['guides', 'ads', 'call'] as const).map((value) => ({
            value,
            label: words.bands[value],
          }))}
        />
      );
    case 'returned':
      return (
        <SomeInput
          form={form}
          at={[...at, 'returned']}
          label={words.returned}
          options={(['not-ready', 'unreachable', 'other', 'bad-fit'] as const).map((value) => ({
            value,
            label: words.reasons[value],
          }))}
        />
      );
    default:
      readAt(form, [...at, 'imported']);
      return <p>{words.imported}</p>;
  }
}

function Answered({ form, at }: { form: PartForm; at: Path }) {
  const words = sequencesWords[form.language];
  return (
    <>
      <div class="row">
        <ChoiceInput
          form={form}
          at={[...at, 'field']}
          label={words.field}
          options={knownOptions(form, 'fields')}
        />
        <ChoiceInput
          form={form}
          at={[...at, 'form']}
          label={words.form}
          none={words.anyForm}
          options={knownOptions(form, 'forms')}
        />
      </div>
      <div class="row">
        <ListInput form={form} at={[...at, 'oneOf']} label={words.oneOf} />
        <NumberInput form={form} at={[...at, 'from']} label={words.from} />
        <NumberInput form={form} at={[...at, 'to']} label={words.to} />
      </div>
    </>
  );
}
