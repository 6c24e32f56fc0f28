import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, curveStepAfter, line } from 'd3-shape';
import type { Language } from '../../../domain/language.ts';
import type { ScoreLine } from '../../../domain/scoring/score-line.ts';
import type { Band, Scoring } from '../../../domain/scoring/scoring.ts';
import { leadWords } from './words.ts';

const WIDTH = 360;
const HEIGHT = 190;
/** As wide as a label may be beside its middle. */
const EDGE = 30;
const ROOM = { top: 8, right: 8, bottom: 22, left: 30 };

interface Props {
  score: ScoreLine;
  scoring: Scoring;
  language: Language;
  /** A day as text. */
  day: (at: string) => string;
}

/** The score over the days of its window, with the bands behind it and the threshold as a line. */
export function ScorePicture({ score: { days }, scoring, language, day }: Props) {
  const words = leadWords[language].score;
  const moment = (at: string) => new Date(`${at}T00:00:00Z`);
  const x = scaleUtc()
    .domain([moment(days[0]?.day ?? ''), moment(days.at(-1)?.day ?? '')])
    .range([ROOM.left, WIDTH - ROOM.right]);
  const y = scaleLinear()
    .domain([0, scoring.cap])
    .range([HEIGHT - ROOM.bottom, ROOM.top]);
  type Point = (typeof days)[number];
  // Between these the line is level.
  const points = days.filter(
    ({ points: earned, less }, n) => earned > 0 || less !== undefined || n === 0 || n === days.length - 1,
  );
  const along = (point: Point) => x(moment(point.day));
  const path = line<Point>()
    .x(along)
    .y((point) => y(point.total))
    .curve(curveStepAfter);
  const under = area<Point>()
    .x(along)
    .y0(y(0))
    .y1((point) => y(point.total))
    .curve(curveStepAfter);
  const starts = Object.entries(scoring.bands) as [Band, number][];
  return (
    <svg
      class="score"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words.picture(scoring.windowDays)}
    >
      {starts.map(([band, from]) => (
        <g>
          <line
            class={band === 'call' ? 'threshold' : 'grid'}
            x1={ROOM.left}
            x2={WIDTH - ROOM.right}
            y1={y(from)}
            y2={y(from)}
          />
          <text class="axis" x={ROOM.left - 5} y={y(from) + 4} text-anchor="end">
            {from}
          </text>
          <text class="axis" x={ROOM.left + 4} y={y(from) - 4}>
            {words.bands[band]}
          </text>
        </g>
      ))}
      <path class="area" d={under(points) ?? ''} />
      <path class="line" d={path(points) ?? ''} />
      {x.ticks(3).map((tick) => (
        <text class="axis" x={x(tick)} y={HEIGHT - 6} text-anchor={anchorAt(x(tick))}>
          {day(tick.toISOString())}
        </text>
      ))}
    </svg>
  );
}

/** A label near an edge stands beside its tick, where all of it fits. */
function anchorAt(x: number): 'start' | 'middle' | 'end' {
  if (x > WIDTH - EDGE) return 'end';
  return x < EDGE ? 'start' : 'middle';
}
