import type { Language } from '../../../shared/domain/language.ts';
import { Moment } from '../moment.tsx';
import type { Live } from './live.ts';
import { startPageWords } from './words.ts';

/** What can be read as JSON, under `/_local/`. */
const READABLE = ['mails', 'slack', 'bus', 'dead-letters', 'faults', 'usage', 'logs', 'quota', 'clock'];

interface Props {
  deadLetters: Live['deadLetters'];
  language: Language;
}

/** What failed for good. */
export function DeadLetters({ deadLetters, language }: Props) {
  const words = startPageWords[language];
  if (deadLetters.length === 0) return <p class="empty">{words.noDead}</p>;
  return (
    <ul class="latest">
      {deadLetters.map(({ queue, reason, at }) => (
        <li>
          <strong>{queue}</strong> {reason}
          <small>
            <Moment at={at} language={language} />
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Links to everything that the twin tells about itself. */
export function JsonLinks({ language }: { language: Language }) {
  return (
    <p>
      {startPageWords[language].json}{' '}
      {READABLE.map((name) => (
        <>
          <a href={`/_local/${name}`}>{name}</a>{' '}
        </>
      ))}
    </p>
  );
}
