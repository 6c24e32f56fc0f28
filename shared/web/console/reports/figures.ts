import type { ReturnReason } from '../../../domain/handover/handover.ts';
import type { AbTestRow } from '../../../domain/reports/ab-test-rows.ts';
import type { Cell } from '../../../domain/reports/framework.ts';
import type { Funnel, FunnelBy } from '../../../domain/reports/funnel.ts';
import type { MailRow, SequenceRow } from '../../../domain/reports/mails.ts';

/** The figures of the reports, as the API gives them. */

export interface FrameworkFigures {
  cells: readonly Cell[];
}

export type FunnelRow = Funnel & { of: string | null };

export interface FunnelFigures {
  by: FunnelBy;
  total: Funnel;
  rows: readonly FunnelRow[];
}

export interface ReturnFigures {
  handedOver: number;
  returned: number;
  reasons: readonly { reason: ReturnReason; returned: number }[];
  criteria: readonly { criterion: string; told: number; caught: number }[];
}

export interface MailFigures {
  mails: readonly MailRow[];
  sequences: readonly SequenceRow[];
  tests: readonly AbTestRow[];
}

/** What people see of a sequence and of a mail. */
export interface MailNames {
  ofSequence: (sequence: string) => string;
  ofMail: (mail: string | null, step: string) => string;
  /** A subject line as an invented person gets it. */
  ofSubject: (subject: string) => string;
  /** The company's. */
  timeZone: string;
  /** Where a mail can be seen, by those who may; undefined for others. */
  preview?: ((mail: string, language: string | null) => string) | undefined;
}
