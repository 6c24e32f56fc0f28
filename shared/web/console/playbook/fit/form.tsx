import type { Path } from '../../../../playbook/mistake.ts';
import { AddButton, MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, FlagInput, ListInput, NumberInput } from '../kit/inputs.tsx';
import { listAt, type PartForm } from '../kit/part-form.ts';
import { CriterionFields } from './criterion-fields.tsx';
import { fitWords } from './words.ts';

/** The ideal customer: what makes a fit good, and what makes it bad. */
export function FitForm({ form }: { form: PartForm }) {
  const words = fitWords[form.language];
  const criteria = listAt(form, ['criteria']);
  const required = (at: Path, usual: boolean) => (
    <FlagInput form={form} at={[...at, 'required']} usual={usual} label={words.required} />
  );
  return (
    <>
      <p>{words.intro}</p>
      <section class="card">
        <h2>{words.employees}</h2>
        <div class="row">
          <NumberInput form={form} at={['employees', 'badBelow']} label={words.badBelow} />
          <NumberInput form={form} at={['employees', 'goodFrom']} label={words.goodFrom} />
          <NumberInput form={form} at={['employees', 'goodTo']} label={words.goodTo} />
        </div>
        {required(['employees'], true)}
        <MoreInText form={form} at={['employees']} />
      </section>
      <section class="card">
        <h2>{words.addresses}</h2>
        <ChoiceInput
          form={form}
          at={['freeMail']}
          label={words.freeMail}
          options={[
            { value: 'bad', label: words.bad },
            { value: 'unknown', label: words.unknown },
          ]}
        />
        <ListInput form={form} at={['excludedDomains']} label={words.excluded} hint={words.excludedHint} />
        <ListInput form={form} at={['studentDomains']} label={words.students} hint={words.studentsHint} />
      </section>
      <section class="card">
        <h2>{words.jobTitles}</h2>
        <p class="soft">{words.jobTitlesIntro}</p>
        <ListInput form={form} at={['jobTitles', 'good']} label={words.good} rows={3} />
        <ListInput form={form} at={['jobTitles', 'bad']} label={words.bad} rows={2} />
        <ListInput
          form={form}
          at={['jobTitles', 'unless']}
          label={words.unless}
          hint={words.unlessHint}
          rows={4}
        />
        {required(['jobTitles'], false)}
        <MoreInText form={form} at={['jobTitles']} />
      </section>
      {(['countries', 'postcodes', 'sectors'] as const).map((part) => (
        <section class="card">
          <h2>{words.titles[part]}</h2>
          <p class="soft">{words.hints[part]}</p>
          <div class="row">
            <ListInput form={form} at={[part, 'good']} label={words.good} />
            <ListInput form={form} at={[part, 'bad']} label={words.bad} />
          </div>
          {required([part], false)}
          <MoreInText form={form} at={[part]} />
        </section>
      ))}
      <section class="card">
        <h2>{words.criteria}</h2>
        <p class="soft">{words.criteriaIntro}</p>
        {criteria.map((_, index) => (
          <CriterionFields form={form} at={['criteria', index]} number={index + 1} />
        ))}
        <p class="buttons">
          <AddButton at={['criteria']} what="words">
            {words.addWords}
          </AddButton>
          <AddButton at={['criteria']} what="number">
            {words.addNumber}
          </AddButton>
        </p>
      </section>
      <MoreInText form={form} at={[]} />
    </>
  );
}
