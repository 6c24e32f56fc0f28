const WIDTH = 360;
const ROW = 42;
const THICK = 16;

interface BarOf {
  name: string;
  count: number;
  /** Stands at the right end, such as a share. */
  note: string;
}

/** Horizontal bars, each under its name: on a phone there is no room beside them. */
export function Bars({ bars, locale, warn }: { bars: readonly BarOf[]; locale: string; warn?: boolean }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const number = new Intl.NumberFormat(locale);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${ROW * bars.length}`} aria-hidden="true">
      {bars.map(({ name, count, note }, row) => (
        <g>
          <text class="name" x="0" y={row * ROW + 13}>
            {name}
          </text>
          <text class="name strong" x={WIDTH} y={row * ROW + 13} text-anchor="end">
            {note === '' ? number.format(count) : `${number.format(count)} · ${note}`}
          </text>
          <rect class="cell" x="0" y={row * ROW + 19} width={WIDTH} height={THICK} rx="4" />
          <rect
            class={warn ? 'warn' : 'fill'}
            x="0"
            y={row * ROW + 19}
            width={Math.round((count / most) * WIDTH)}
            height={THICK}
            rx="4"
          />
        </g>
      ))}
    </svg>
  );
}
