import type { Language } from '../../../../domain/language.ts';
import { scoringWords } from './words.ts';

const BANDS = ['newsletter', 'guides', 'ads', 'call'] as const;
const WIDTH = 640;

interface Props {
  /** Where each band begins, right or wrong. */
  bands: Record<string, unknown>;
  cap: unknown;
  language: Language;
}

/** The bands as a picture of the score from nothing to the highest; none when their numbers make no scale. */
export function BandScale({ bands, cap, language }: Props) {
  const words = scoringWords[language];
  const starts = BANDS.map((band) => bands[band]);
  const edges = [...starts, cap];
  const isScale = edges.every(
    (edge, at): edge is number => typeof edge === 'number' && (at === 0 || edge > (edges[at - 1] as number)),
  );
  if (!isScale) return <p class="soft">{words.noScale}</p>;
  const x = (score: number) => (score / (cap as number)) * WIDTH;
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} 56`}
        role="img"
        aria-label={words.scale(BANDS.map((band) => `${words.band[band]} ${bands[band]}`).join(', '))}
      >
        {BANDS.map((band, at) => {
          const [from, to] = [edges[at] as number, edges[at + 1] as number];
          return (
            <>
              <rect class={`band band-${band}`} x={x(from)} y="0" width={x(to) - x(from)} height="30" />
              <text x={x(from) + 4} y="20">
                {(to - from) / (cap as number) > 0.12 ? words.band[band] : ''}
              </text>
              <text class="axis" x={x(from) + (at === 0 ? 0 : -4)} y="48">
                {String(from)}
              </text>
            </>
          );
        })}
        <text class="axis" x={WIDTH} y="48" text-anchor="end">
          {String(cap)}
        </text>
      </svg>
    </figure>
  );
}
