import type { Language } from '../../../domain/language.ts';
import type { HeldMail } from '../../../domain/nurture/pace/held-mail.ts';
import { numberText } from './number-text.ts';
import { todayWords } from './words.ts';

/** Which mail waits, and why. */
export function Mail({ language, mail }: { language: Language; mail: HeldMail }) {
  const words = todayWords[language];
  const text = (number: number) => numberText(language, number);
  const { marketing, requests, waiting } = mail;
  return (
    <section class="card">
      <h2>{words.mail}</h2>
      {marketing && (
        <p>
          {words.marketingHeld(text(marketing.sends), text(marketing.bounces), text(marketing.complaints))}
        </p>
      )}
      {requests && <p>{words.requestsHeld(text(requests.requests), text(requests.unreachable))}</p>}
      {waiting && (
        <p>
          {words.waiting(
            waiting.isMore ? words.atLeast(waiting.count) : text(waiting.count),
            words.why[waiting.why],
          )}
        </p>
      )}
    </section>
  );
}
