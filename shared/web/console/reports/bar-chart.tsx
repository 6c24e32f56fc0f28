import { scaleLinear } from 'd3-scale';
import type { Language } from '../../../domain/language.ts';
import { count } from './numbers.ts';

const WIDTH = 360;
const ROW = 42;
const THICKNESS = 16;

interface Bar {
  name: string;
  count: number;
  /** Stands at the right end, such as a share; empty for none. */
  note: string;
}

interface Props {
  bars: readonly Bar[];
  language: Language;
  isWarning?: boolean;
}

/** Horizontal bars, each under its name: on a phone there is no room beside them. */
export function BarChart({ bars, language, isWarning }: Props) {
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const length = scaleLinear([0, most], [0, WIDTH]);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${ROW * bars.length}`} aria-hidden="true">
      {bars.map((bar, row) => (
        <g>
          <text class="name" x="0" y={row * ROW + 13}>
            {bar.name}
          </text>
          <text class="name strong" x={WIDTH} y={row * ROW + 13} text-anchor="end">
            {[count(language, bar.count), ...(bar.note === '' ? [] : [bar.note])].join(' · ')}
          </text>
          <rect class="bed" x="0" y={row * ROW + 19} width={WIDTH} height={THICKNESS} rx="4" />
          <rect
            class={isWarning ? 'warn' : 'fill'}
            x="0"
            y={row * ROW + 19}
            width={Math.round(length(Math.max(0, bar.count)))}
            height={THICKNESS}
            rx="4"
          />
        </g>
      ))}
    </svg>
  );
}
