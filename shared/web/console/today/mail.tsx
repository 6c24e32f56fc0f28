import { numberText } from './number-text.ts';
import type { MailProps } from './props.ts';
import { WaitingPeople } from './waiting-people.tsx';
import { todayWords } from './words.ts';

/** Which mail waits, and why. */
export function Mail(props: MailProps) {
  const { language, mail } = props;
  const words = todayWords[language];
  const text = (number: number) => numberText(language, number);
  const { marketing, requests, waiting, putOff } = mail;
  return (
    <section class="card">
      <h2>{words.mail}</h2>
      {marketing && (
        <p>
          {words.marketingHeld(text(marketing.sends), text(marketing.bounces), text(marketing.complaints))}
        </p>
      )}
      {putOff !== undefined && <p>{words.putOff(text(putOff))}</p>}
      {requests && <p>{words.requestsHeld(text(requests.requests), text(requests.unreachable))}</p>}
      {waiting && (
        <p>
          {words.waiting(
            waiting.isMore ? words.atLeast(waiting.count) : text(waiting.count),
            words.why[waiting.why],
          )}
        </p>
      )}
      <WaitingPeople {...props} />
    </section>
  );
}
