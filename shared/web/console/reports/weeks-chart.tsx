import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Language } from '../../../domain/language.ts';
import { count, shortDay } from './numbers.ts';

const [WIDTH, HEIGHT] = [400, 190];
/** Between the names of two lines. */
const NAME_WIDTH = 120;
const EDGE = { left: 36, right: 12, top: 28, bottom: 28 };

interface Props {
  language: Language;
  mondays: readonly string[];
  /** At most two lines; the second is dashed. */
  lines: readonly { name: string; counts: readonly number[] }[];
}

/** How counts went week by week. */
export function WeeksChart({ language, mondays, lines }: Props) {
  const most = Math.max(1, ...lines.flatMap(({ counts }) => counts));
  const x = scalePoint([...mondays], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear([0, most], [HEIGHT - EDGE.bottom, EDGE.top]).nice();
  const path = line<number>(
    (_, week) => x(mondays[week] ?? '') ?? 0,
    (value) => y(value),
  ).digits(1);
  const marks = y.ticks(4).filter(Number.isInteger);
  const [first = '', last = ''] = [mondays[0], mondays.at(-1)];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {marks.map((mark) => (
        <g>
          <line class="grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(mark)} y2={y(mark)} />
          <text class="axis" x={EDGE.left - 6} y={y(mark) + 4} text-anchor="end">
            {count(language, mark)}
          </text>
        </g>
      ))}
      {lines.map(({ name, counts }, n) => (
        <g>
          <path class={n === 0 ? 'line' : 'line second'} d={path([...counts]) ?? ''} />
          <line
            class={n === 0 ? 'line' : 'line second'}
            x1={EDGE.left + n * NAME_WIDTH}
            x2={EDGE.left + n * NAME_WIDTH + 24}
            y1="12"
            y2="12"
          />
          <text x={EDGE.left + n * NAME_WIDTH + 30} y="16">
            {name}
          </text>
        </g>
      ))}
      <text class="axis" x={EDGE.left} y={HEIGHT - 8}>
        {shortDay(language, first)}
      </text>
      <text class="axis" x={WIDTH - EDGE.right} y={HEIGHT - 8} text-anchor="end">
        {shortDay(language, last)}
      </text>
    </svg>
  );
}
