import type { Language } from '../../../../domain/language.ts';
import { type GuideSteps, lacksConfirmation } from '../../../../playbook/new/guide-steps.ts';
import { ownName } from '../../../language.ts';
import { entryAddress, fileAddress } from '../addresses.ts';
import { newWords } from '../new/words.ts';

interface Props {
  language: Language;
  /** The form whose permission nobody can confirm. */
  name: string;
  /** What answers it; undefined when that cannot be read. */
  guide: GuideSteps | undefined;
}

/** Leads to what a permission lacks that nobody can confirm: its answer, a mail that is sent at once, or its button. */
export function ConfirmHelp({ language, name, guide }: Props) {
  const words = newWords[language].confirm;
  const lacking = guide && lacksConfirmation(guide);
  if (guide === undefined || lacking === undefined) return null;
  if (guide.sequences.length === 0) {
    return (
      <div class="notice">
        <p>{words.none}</p>
        <button type="submit" class="second" name="do" value={`answer ${name}`}>
          {words.make}
        </button>
      </div>
    );
  }
  return (
    <div class="notice">
      <p>{lacking.length === 0 ? words.noMail : words.noButton}</p>
      <ul class="plain-list">
        {lacking.map(({ mail, path, locale }) => (
          <li>
            <a href={fileAddress(path)}>{`${mail}, ${ownName(locale)}`}</a>
          </li>
        ))}
        {lacking.length === 0 &&
          guide.sequences.map((sequence) => (
            <li>
              <a href={entryAddress('sequences.yaml', sequence.name)}>{sequence.name}</a>
            </li>
          ))}
      </ul>
    </div>
  );
}
