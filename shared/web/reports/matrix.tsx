import type { Language } from '../../domain/language.ts';
import { type Cell, FITS, READINESSES } from '../../domain/reports/framework.ts';
import { count } from './numbers.ts';
import { HiddenTable } from './table.tsx';
import { reportWords } from './words.ts';

const WIDTH = 360;
const LABELS = 66;
const COLUMN = (WIDTH - LABELS) / READINESSES.length;
const ROW = 62;
const TOP = 26;

interface Props {
  cells: readonly Cell[];
  language: Language;
}

/** The framework: fit by readiness, darker where more leads are. */
export function Matrix({ cells, language }: Props) {
  const { matrix } = reportWords[language];
  const most = Math.max(1, ...cells.map(({ leads }) => leads));
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${TOP + ROW * FITS.length}`} aria-hidden="true">
        {READINESSES.map((readiness, column) => (
          <text class="label" x={LABELS + (column + 0.5) * COLUMN} y="16" text-anchor="middle">
            {matrix.readinesses[readiness]}
          </text>
        ))}
        {FITS.map((fit, row) => (
          <text class="label" x="0" y={TOP + (row + 0.5) * ROW}>
            {matrix.fits[fit].split(' ').map((word, line) => (
              <tspan x="0" dy={line === 0 ? 0 : 13}>
                {word}
              </tspan>
            ))}
          </text>
        ))}
        {cells.map((cell) => {
          const x = LABELS + READINESSES.indexOf(cell.readiness) * COLUMN;
          const y = TOP + FITS.indexOf(cell.fit) * ROW;
          const strength = cell.leads === 0 ? 0 : 0.1 + (0.3 * cell.leads) / most;
          return (
            <g>
              <rect class="cell" x={x + 2} y={y + 2} width={COLUMN - 4} height={ROW - 4} rx="6" />
              <rect
                class={cell.fit === 'bad' ? 'warn' : 'fill'}
                fill-opacity={strength.toFixed(2)}
                x={x + 2}
                y={y + 2}
                width={COLUMN - 4}
                height={ROW - 4}
                rx="6"
              />
              <text class="number" x={x + COLUMN / 2} y={y + 31} text-anchor="middle">
                {count(language, cell.leads)}
              </text>
              <text class="label" x={x + COLUMN / 2} y={y + 49} text-anchor="middle">
                {atSales(cell) > 0 ? matrix.atSales(atSales(cell)) : ''}
              </text>
            </g>
          );
        })}
      </svg>
      <HiddenTable
        caption={matrix.title}
        head={[matrix.fit, ...READINESSES.map((readiness) => matrix.readinesses[readiness])]}
        rows={FITS.map((fit) => [
          matrix.fits[fit],
          ...cells
            .filter((cell) => cell.fit === fit)
            .map((cell) => `${count(language, cell.leads)}; ${matrix.atSales(atSales(cell))}`),
        ])}
      />
    </figure>
  );
}

function atSales({ stages: { mql, sal, sql, opportunity } }: Cell): number {
  return mql + sal + sql + opportunity;
}
