import { type Language, languages } from '../../../domain/language.ts';
import type { NamedVariant } from '../../../domain/nurture/ab-test/placed-tests.ts';
import {
  type InventedRecipient,
  inventedRecipients,
} from '../../../domain/nurture/mail/invented-recipients.ts';
import { ownName } from '../../language.ts';
import { pages } from '../pages.ts';
import { mailWords } from './words.ts';

/** What was asked for, and what is shown. */
export interface PreviewChoice {
  language: Language;
  asked: { mail: string; lead: string };
  preview: {
    locale: Language;
    person: InventedRecipient;
    lead: 'none' | 'shown' | 'unknown';
    variants: readonly NamedVariant[];
    variant: string;
  };
}

/** Chooses the language of a mail and its recipient: somebody invented, or a lead by its id. */
export function PreviewForm({ language, asked, preview }: PreviewChoice) {
  const words = mailWords[language];
  const isUnknown = preview.lead === 'unknown';
  return (
    <form class="filters" method="get" action={`${pages.mails}/${asked.mail}`}>
      <div class="field">
        <label for="in">{words.locale}</label>
        <select id="in" name="in">
          {languages.map((one) => (
            <option value={one} selected={one === preview.locale} lang={one}>
              {ownName(one)}
            </option>
          ))}
        </select>
      </div>
      {preview.variants.length > 0 && (
        <div class="field">
          <label for="variant">{words.variant}</label>
          <select id="variant" name="variant">
            <option value="">{words.asItIs}</option>
            {preview.variants.map(({ name, test, variant }) => (
              <option value={name} selected={name === preview.variant}>
                {words.variantIn(variant, test)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for="person">{words.person}</label>
        <select id="person" name="person">
          {(Object.keys(inventedRecipients) as InventedRecipient[]).map((one) => (
            <option value={one} selected={one === preview.person}>
              {words.people[one]}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="lead">{words.lead}</label>
        {isUnknown && (
          <p class="wrong" id="lead-wrong">
            {words.leadUnknown}
          </p>
        )}
        <input
          id="lead"
          name="lead"
          type="text"
          autocomplete="off"
          value={asked.lead}
          aria-describedby={isUnknown ? 'lead-wrong' : undefined}
          aria-invalid={isUnknown && 'true'}
        />
      </div>
      <button type="submit">{words.show}</button>
    </form>
  );
}
