import type { ReturnReason } from '../../domain/handover/handover.ts';
import type { Cell } from '../../domain/reports/framework.ts';
import type { Funnel, FunnelBy } from '../../domain/reports/funnel.ts';
import type { Period } from '../../domain/reports/period.ts';

/** The figures of the report page, as the API gives them. */
export interface Reports {
  period: Period;
  cells: readonly Cell[];
  total: Funnel;
  by: FunnelBy;
  rows: readonly (Funnel & { of: string | null })[];
  reasons: readonly { reason: ReturnReason; returned: number; share: number | null }[];
  criteria: readonly { criterion: string; told: number; caught: number }[];
}
