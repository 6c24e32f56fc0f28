import type { WaitingIn } from '../../../domain/nurture/pace/held-mail.ts';
import { counted, longDate } from '../../language.ts';
import { pages } from '../pages.ts';
import type { MailProps } from './props.ts';
import { todayWords } from './words.ts';

/** Who waits in sequences: paused by a colleague or in the playbook, or not confirmed yet. */
export function WaitingPeople({ language, sequences, mail }: MailProps) {
  const { paused, pausedSequences, unconfirmed } = mail;
  const words = todayWords[language];
  const titleOf = (name: string) =>
    (Object.hasOwn(sequences, name) && sequences[name]?.title[language]) || name;
  const people = (one: WaitingIn) => counted(language, one.people, words.people);
  const text = (one: WaitingIn) => `${titleOf(one.sequence)}: ${people(one)}`;
  const date = (day: string) => longDate(language, day, 'UTC');
  const stoppedSince = pausedSequences?.day;
  return (
    <>
      {paused && (
        <>
          <p>{paused.isMore ? words.pausedAmong(paused.sequences.reduce(sum, 0)) : words.paused}</p>
          <ul>
            {paused.sequences.map((one) => (
              <li>
                <a href={`${pages.leads}?${new URLSearchParams({ paused: one.sequence })}`}>{text(one)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {pausedSequences && (
        <>
          <p>
            {words.pausedSequences} {stoppedSince && words.underWay(date(stoppedSince))}
          </p>
          <ul>
            {pausedSequences.sequences.map((one) => (
              <li>{stoppedSince ? text(one) : titleOf(one.sequence)}</li>
            ))}
          </ul>
        </>
      )}
      {unconfirmed && (
        <>
          <p>{words.unconfirmed(date(unconfirmed.day))}</p>
          <ul>
            {unconfirmed.sequences.map((one) => (
              <li>{text(one)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const sum = (before: number, { people }: WaitingIn) => before + people;
