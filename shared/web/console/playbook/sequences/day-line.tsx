import type { Language } from '../../../../domain/language.ts';
import { sequencesWords } from './words.ts';

const WIDTH = 640;
const MINUTES = { d: 1_440, h: 60, m: 1 } as const;

interface Stop {
  mail: string;
  after: string;
  minutes: number;
}

/** The mails of a sequence on a line of days; steps whose delay cannot be read are not on it. */
export function DayLine({ steps, language }: { steps: readonly unknown[]; language: Language }) {
  const words = sequencesWords[language];
  const stops = steps.flatMap(stopOf);
  const longest = Math.max(...stops.map(({ minutes }) => minutes), MINUTES.d);
  const x = (minutes: number) => 12 + (minutes / longest) * (WIDTH - 90);
  if (stops.length === 0) return null;
  const text = stops.map(({ mail, after }) => `${mail} ${words.afterText(after)}`).join(', ');
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} 76`} role="img" aria-label={words.line(text)}>
        <line class="day-line" x1="4" y1="38" x2={WIDTH - 4} y2="38" />
        {stops.map(({ mail, after, minutes }, at) => (
          <>
            <circle class="day-stop" cx={x(minutes)} cy="38" r="7" />
            <text x={x(minutes) - 6} y={at % 2 === 0 ? 22 : 12}>
              {mail.length > 14 ? `${mail.slice(0, 13)}…` : mail}
            </text>
            <text class="axis" x={x(minutes) - 6} y="62">
              {words.afterText(after)}
            </text>
          </>
        ))}
      </svg>
    </figure>
  );
}

function stopOf(step: unknown): Stop[] {
  const { mail, after } = (step ?? {}) as Record<string, unknown>;
  const [, number, unit] = /^(\d{1,3})([dhm])$/.exec(String(after)) ?? [];
  if (number === undefined || unit === undefined) return [];
  return [
    {
      mail: String(mail),
      after: String(after),
      minutes: Number(number) * MINUTES[unit as keyof typeof MINUTES],
    },
  ];
}
