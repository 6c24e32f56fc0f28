import type { FitVerdict } from '../fit/fit.ts';
import { type Readiness, STAGES, type Stage } from '../identity/lead.ts';
import { cellName, type TotalsByName } from './totals.ts';

export const FITS: readonly FitVerdict[] = ['good', 'unknown', 'bad'];
export const READINESSES: readonly Readiness[] = ['not-ready', 'ready', 'hand-raiser'];

/** The leads in a cell of fit × readiness, by stage. */
export interface Cell {
  fit: FitVerdict;
  readiness: Readiness;
  leads: number;
  stages: Record<Stage, number>;
}

/** The nine cells of the framework, best fit and least ready first. */
export function frameworkOf(cells: TotalsByName): Cell[] {
  return FITS.flatMap((fit) =>
    READINESSES.map((readiness) => {
      const count = (stage: Stage) => Math.max(0, cells[cellName({ fit, readiness, stage })]?.here ?? 0);
      const stages = Object.fromEntries(STAGES.map((stage) => [stage, count(stage)])) as Cell['stages'];
      const leads = Object.values(stages).reduce((sum, one) => sum + one, 0);
      return { fit, readiness, leads, stages };
    }),
  );
}
