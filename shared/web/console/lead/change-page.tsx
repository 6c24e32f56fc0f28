import type { FieldError } from '../../../domain/forms/read-field.ts';
import type { ClaimedValue } from '../../../domain/identity/trust.ts';
import { type TypedValue, valueFields } from '../../../domain/identity/value-changes.ts';
import { errorText } from '../../forms/error-text.ts';
import { outsideLine } from '../../handover/dossier/outside-text.ts';
import { Refused, ValueEntry } from '../values/entry.tsx';
import { valuesWords } from '../values/words.ts';
import type { LeadView } from './lead-view.ts';

/** Why nothing was saved, by field. */
export interface Unsaved {
  errors?: Readonly<Record<string, FieldError>>;
  conflicts?: Readonly<Record<string, ClaimedValue>>;
}

interface Props {
  view: LeadView;
  /** What the page shows in each field. */
  entries: Readonly<Record<string, TypedValue>>;
  /** The idempotency key of the form. */
  newKey: string;
  unsaved?: Unsaved | undefined;
}

/** The form with the values of a person, for colleagues. It carries what was shown: only what differs says something. */
export function ChangePage({ view, entries, newKey, unsaved = {} }: Props) {
  const { address, playbook, language, who } = view;
  const words = valuesWords[language];
  const fields = valueFields(playbook.fields);
  const refused = fields.filter(([name]) => unsaved.errors?.[name] ?? unsaved.conflicts?.[name]);
  return (
    <section class="card">
      <h1>{words.title(who)}</h1>
      {refused.length > 0 && (
        <Refused
          text={unsaved.conflicts ? words.conflict : words.notYet}
          fields={refused.map(([name, { label }]) => [`value.${name}`, label[language]])}
        />
      )}
      <p class="quiet">{words.intro}</p>
      <form method="post" action={`${address}/values`} novalidate>
        <input type="hidden" name="_key" value={newKey} />
        <div class="columns">
          {fields.map(([name, field]) => {
            const { shown, typed } = entries[name] ?? { shown: '', typed: '' };
            return (
              <div>
                <input type="hidden" name={`shown.${name}`} value={shown} />
                <ValueEntry
                  name={`value.${name}`}
                  label={field.label[language]}
                  wrong={problemOf(name, view, unsaved)}
                  {...{ field, typed }}
                />
              </div>
            );
          })}
        </div>
        <div class="buttons">
          <button type="submit">{words.save}</button>
          <a class="button second" href={address}>
            {words.back}
          </a>
        </div>
      </form>
    </section>
  );
}

function problemOf(field: string, view: LeadView, { errors, conflicts }: Unsaved): string | undefined {
  const { language, times, colleague } = view;
  const words = valuesWords[language];
  const error = errors?.[field];
  if (error !== undefined) return errorText(error, field, language);
  const known = conflicts?.[field];
  if (known === undefined) return undefined;
  const who = known.colleague === undefined ? outsideLine(known.source) : colleague(known.colleague);
  const at = times.moment(known.at);
  return known.value === ''
    ? words.meanwhileEmpty(who, at)
    : words.meanwhile(outsideLine(known.value), who, at);
}
