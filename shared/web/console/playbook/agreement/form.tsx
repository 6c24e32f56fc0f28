import { MoreInText } from '../kit/entries.tsx';
import { ChoiceInput, FlagInput, ListInput, NumberInput, SomeInput, TextInput } from '../kit/inputs.tsx';
import type { PartForm } from '../kit/part-form.ts';
import { weekdays } from '../kit/weekdays.ts';
import { agreementWords } from './words.ts';

const REASONS = ['not-ready', 'unreachable', 'other', 'bad-fit'] as const;

/** The agreement between marketing and sales. */
export function AgreementForm({ form }: { form: PartForm }) {
  const words = agreementWords[form.language];
  const days = weekdays(form.language);
  return (
    <>
      <section class="card">
        <h2>{words.answer}</h2>
        <div class="row">
          <NumberInput form={form} at={['acceptWithinHours']} label={words.accept} hint={words.hours} />
          <NumberInput form={form} at={['managerAfterHours']} label={words.manager} hint={words.hours} />
          <NumberInput form={form} at={['linkDays']} label={words.linkDays} placeholder="90" />
          <NumberInput form={form} at={['lostBackAfterDays']} label={words.lostBack} placeholder="180" />
        </div>
      </section>
      <section class="card">
        <h2>{words.when}</h2>
        <p class="soft">{words.whenIntro}</p>
        <SomeInput form={form} at={['workingHours', 'days']} label={words.workingDays} options={days} />
        <div class="row">
          <TextInput form={form} at={['workingHours', 'from']} label={words.workFrom} placeholder="00:00" />
          <TextInput form={form} at={['workingHours', 'to']} label={words.workTo} placeholder="24:00" />
          <TextInput form={form} at={['officeHours', 'from']} label={words.officeFrom} placeholder="09:00" />
          <TextInput form={form} at={['officeHours', 'to']} label={words.officeTo} placeholder="17:00" />
          <TextInput form={form} at={['timeZone']} label={words.timeZone} placeholder="Europe/Amsterdam" />
        </div>
        <ListInput form={form} at={['holidays']} label={words.holidays} hint={words.holidaysHint} rows={3} />
      </section>
      <section class="card">
        <h2>{words.returns}</h2>
        <p class="soft">{words.returnsIntro}</p>
        {REASONS.map((reason) => (
          <fieldset class="entry">
            <legend>{words.reasons[reason]}</legend>
            {reason !== 'bad-fit' && (
              <NumberInput
                form={form}
                at={['returns', reason, 'newPoints']}
                label={words.newPoints}
                placeholder="10"
              />
            )}
            <FlagInput form={form} at={['returns', reason, 'resume']} usual={false} label={words.resume} />
            <MoreInText form={form} at={['returns', reason]} />
          </fieldset>
        ))}
      </section>
      <section class="card">
        <h2>{words.stalled}</h2>
        <p class="soft">{words.stalledIntro}</p>
        <SomeInput
          form={form}
          at={['stalled', 'bands']}
          label={words.bands}
          options={(['guides', 'ads'] as const).map((value) => ({ value, label: words.band[value] }))}
        />
        <div class="row">
          <NumberInput form={form} at={['stalled', 'afterDays']} label={words.afterDays} placeholder="30" />
          <NumberInput
            form={form}
            at={['stalled', 'afterReturnDays']}
            label={words.afterReturn}
            placeholder="90"
          />
          <NumberInput form={form} at={['stalled', 'aWeek']} label={words.aWeek} placeholder="5" />
          <ChoiceInput form={form} at={['stalled', 'day']} usual="mon" label={words.day} options={days} />
          <TextInput form={form} at={['stalled', 'at']} label={words.at} placeholder="08:00" />
          <NumberInput form={form} at={['stalled', 'enoughOutcomes']} label={words.enough} placeholder="30" />
        </div>
      </section>
      <MoreInText form={form} at={[]} />
    </>
  );
}
