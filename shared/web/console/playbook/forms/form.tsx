import { toField } from '../../../../playbook/mistake.ts';
import type { GuideSteps } from '../../../../playbook/new/guide-steps.ts';
import { AddNamed, EntryButtons, MoreInText } from '../kit/entries.tsx';
import { EntryTabs } from '../kit/entry-tabs.tsx';
import { InBoth } from '../kit/in-both.tsx';
import { FlagInput, NumberInput, SomeInput } from '../kit/inputs.tsx';
import { knownOptions, titleOf } from '../kit/known-options.ts';
import { groupAt, listAt, type PartForm } from '../kit/part-form.ts';
import { ConfirmHelp } from './confirm-help.tsx';
import { FormLook } from './form-look.tsx';
import { QuestionFields } from './question-fields.tsx';
import { formEditorWords } from './words.ts';

interface Props {
  form: PartForm;
  /** The form that is shown. */
  entry: string | undefined;
  /** What answers each form. */
  guides: readonly GuideSteps[];
}

/** The forms, one at a time, beside what a visitor sees of it. */
export function FormsForm({ form, entry, guides }: Props) {
  const words = formEditorWords[form.language];
  const names = Object.keys(groupAt(form, []));
  const open = entry !== undefined && names.includes(entry) ? entry : names[0];
  return (
    <>
      <EntryTabs form={form} kind="forms" names={names} open={open} label={words.forms} />
      {open !== undefined && (
        <div class="beside">
          <div>
            <OneForm form={form} name={open} guide={guides.find((one) => one.form === open)} />
          </div>
          <FormLook language={form.language} name={open} />
        </div>
      )}
      <section class="card">
        <h2>{words.another}</h2>
        <AddNamed
          form={form}
          at={[]}
          what="form"
          label={words.newName}
          hint={words.newNameHint}
          button={words.add}
        />
      </section>
    </>
  );
}

interface OneProps {
  form: PartForm;
  name: string;
  guide: GuideSteps | undefined;
}

function OneForm({ form, name, guide }: OneProps) {
  const words = formEditorWords[form.language];
  const asked = [...listAt(form, [name, 'ask']), ...listAt(form, [name, 'later'])].map(String);
  const fields = [...new Set([...asked, 'permission'])];
  const isUnconfirmed = form.mistakes.some(
    ({ field, isWarning }) => field === toField([name, 'permission']) && !isWarning,
  );
  return (
    <>
      <section class="card">
        <h2>{words.page(name)}</h2>
        <InBoth form={form} at={[name, 'title']} label={words.title} />
        <InBoth form={form} at={[name, 'intro']} label={words.intro} rows={4} />
        <InBoth form={form} at={[name, 'button']} label={words.button} />
      </section>
      <section class="card">
        <h2>{words.questions}</h2>
        <p class="soft">{words.questionsIntro}</p>
        <QuestionFields form={form} name={name} list="ask" label={words.ask} hint={words.askHint} />
        <QuestionFields form={form} name={name} list="later" label={words.later} hint={words.laterHint} />
        <NumberInput form={form} at={[name, 'laterAtOnce']} label={words.laterAtOnce} placeholder="1" />
        <SomeInput
          form={form}
          at={[name, 'require']}
          label={words.require}
          options={fields.map((value) => ({
            value,
            label: value === 'permission' ? words.thePermission : titleOf(form, 'fields', value),
          }))}
        />
      </section>
      <section class="card">
        <h2>{words.permission}</h2>
        <p class="soft">{words.permissionIntro}</p>
        <InBoth form={form} at={[name, 'permission']} label={words.wording} rows={4} />
        {isUnconfirmed && <ConfirmHelp {...{ language: form.language, name, guide }} />}
        <SomeInput
          form={form}
          at={[name, 'subjects']}
          label={words.subjects}
          hint={words.subjectsHint}
          options={knownOptions(form, 'subjects')}
        />
        <FlagInput
          form={form}
          at={[name, 'handRaise']}
          usual={false}
          label={words.handRaise}
          hint={words.handRaiseHint}
        />
      </section>
      <section class="card">
        <h2>{words.thanks}</h2>
        <InBoth form={form} at={[name, 'thanks', 'title']} label={words.title} />
        <InBoth form={form} at={[name, 'thanks', 'text']} label={words.text} rows={3} />
        <InBoth
          form={form}
          at={[name, 'thanks', 'confirm']}
          label={words.confirm}
          rows={3}
          hint={words.confirmHint}
        />
        <InBoth form={form} at={[name, 'thanks', 'link', 'text']} label={words.linkText} />
        <InBoth
          form={form}
          at={[name, 'thanks', 'link', 'path']}
          label={words.linkPath}
          hint={words.linkPathHint}
        />
      </section>
      <MoreInText form={form} at={[name]} />
      <p>
        {words.removeForm(name)} <EntryButtons form={form} at={[name]} called={name} />
      </p>
    </>
  );
}
