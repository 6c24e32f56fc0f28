import { scaleLinear } from 'd3-scale';
import type { Language } from '../../../domain/language.ts';
import { type Cell, FITS, READINESSES } from '../../../domain/reports/framework.ts';
import { count } from './numbers.ts';
import { NumberTable } from './table.tsx';
import { leadsLink } from './view.ts';
import { reportWords } from './words.ts';

const WIDTH = 360;
const LABELS = 66;
const COLUMN = (WIDTH - LABELS) / READINESSES.length;
const ROW = 62;
const TOP = 40;
/** A column has room for so many letters. */
const LETTERS = 13;

interface Props {
  cells: readonly Cell[];
  language: Language;
}

/** The framework: fit by readiness, darker where more leads are. The table under it opens the leads of each cell. */
export function Matrix({ cells, language }: Props) {
  const { matrix } = reportWords[language];
  const strength = scaleLinear([0, Math.max(1, ...cells.map(({ leads }) => leads))], [0.1, 0.4]);
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${TOP + ROW * FITS.length}`} aria-hidden="true">
        {READINESSES.map((readiness, column) => (
          <ColumnName x={LABELS + (column + 0.5) * COLUMN} name={matrix.readinesses[readiness]} />
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
          const box = { x: x + 2, y: y + 2, width: COLUMN - 4, height: ROW - 4, rx: 6 };
          const opacity = cell.leads === 0 ? 0 : strength(cell.leads);
          return (
            <a href={leadsLink({ fit: cell.fit, readiness: cell.readiness })} tabindex={-1}>
              <rect class="bed" {...box} />
              <rect class={cell.fit === 'bad' ? 'warn' : 'fill'} fill-opacity={opacity.toFixed(2)} {...box} />
              <text class="big" x={x + COLUMN / 2} y={y + 31} text-anchor="middle">
                {count(language, cell.leads)}
              </text>
              <text class="label" x={x + COLUMN / 2} y={y + 49} text-anchor="middle">
                {atSales(cell) > 0 ? matrix.atSales(atSales(cell)) : ''}
              </text>
            </a>
          );
        })}
      </svg>
      <NumberTable
        caption={matrix.title}
        language={language}
        head={[matrix.fit, ...READINESSES.map((readiness) => matrix.readinesses[readiness])]}
        rows={FITS.map((fit) => [
          matrix.fits[fit],
          ...cells
            .filter((cell) => cell.fit === fit)
            .map((cell) => <CellLink {...cell} language={language} />),
        ])}
      />
    </figure>
  );
}

/** The name over a column, on two lines if it is long. */
function ColumnName({ x, name }: { x: number; name: string }) {
  const lines = name.length > LETTERS ? name.split(/ (?=\S+$)/) : [name];
  return (
    <text class="label" y={TOP - 10 - 14 * (lines.length - 1)} text-anchor="middle">
      {lines.map((line, n) => (
        <tspan x={x} dy={n === 0 ? 0 : 14}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function CellLink({ fit, readiness, leads, language }: Cell & { language: Language }) {
  const { matrix } = reportWords[language];
  const name = matrix.open(matrix.fits[fit], matrix.readinesses[readiness], count(language, leads));
  if (leads === 0) return <>0</>;
  return (
    <a href={leadsLink({ fit, readiness })} aria-label={name}>
      {count(language, leads)}
    </a>
  );
}

function atSales({ stages: { mql, sal, sql, opportunity } }: Cell): number {
  return mql + sal + sql + opportunity;
}
