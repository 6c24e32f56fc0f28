import type { FrameworkReport } from '../../contract/reports.ts';
import { frameworkOf } from '../../domain/reports/framework.ts';
import type { Instant } from '../../domain/time.ts';
import { totalsSoFar } from '../../store/reports/report-totals.ts';
import type { Table } from '../../store/table.ts';

export interface ReportSystem {
  table: Table;
  now: () => Instant;
}

/** How many leads are in each cell of fit × readiness now. */
export async function readFramework({ table, now }: ReportSystem): Promise<FrameworkReport> {
  const at = now();
  return { at, cells: frameworkOf(await totalsSoFar(table, at, 'cell')) };
}
