import type { FrameworkReport } from '../../contract/reports.ts';
import { frameworkOf } from '../../domain/reports/framework.ts';
import { countedSoFar } from './counted-so-far.ts';
import type { ReportSystem } from './read-tallies.ts';

/** How many leads are in each cell of fit × readiness now. */
export async function readFramework(system: ReportSystem): Promise<FrameworkReport> {
  return { at: system.now(), cells: frameworkOf(await countedSoFar(system, 'cell')) };
}
