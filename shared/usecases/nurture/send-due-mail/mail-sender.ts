import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Situation } from '../../../domain/nurture/decide.ts';
import type { ActiveEnrolment } from '../../../domain/nurture/enrolment.ts';
import type { Plan } from '../../../domain/nurture/plan.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Mailer } from '../../../gateways/mailer.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import type { Table } from '../../../store/table.ts';
import type { ComposeSystem } from './compose-mail.ts';
import type { Pace } from './pace-mail.ts';

/** What can happen to a mail that a person may want to hear of. */
export type SendingProblem = 'mail-refused' | 'mail-not-allowed' | 'mail-fate-unknown';

/** What sending the mails of sequences needs. */
export interface MailSender extends ComposeSystem {
  table: Table;
  now: () => Instant;
  playbook: () => Promise<Playbook>;
  mailer: Mailer;
  pace: Pace;
  /** 128 random bits, as they stand in links. */
  newMailId: () => string;
  /** From 0 up to 1: spreads what is tried again. */
  random: () => number;
  report: (news: SendingProblem, about: { lead: LeadId; mail: string; reason: string }) => void;
}

/** How long one may wait for its turn, and how many mails will probably follow. */
export interface TurnLimits {
  patience: number;
  ahead: number;
}

/** When somebody waits for the mail: a few seconds; else a sweep takes it over. */
export const AT_ONCE: TurnLimits = { patience: 5_000, ahead: 1 };

/**
 * What became of it. `sent`: handed to the mail service, or perhaps. `later`: it waits. `busy`: there was no turn
 * to send, and it is still due. `over`: it is done, ended, or was not due at all.
 */
export type SendResult = 'sent' | 'later' | 'busy' | 'over';

/** What is known of an enrolment that is due: as it is stored, and without a claim that came to nothing. */
export interface DueEnrolment {
  /** Whether it was read as it is now; else it may be a moment old. */
  isCertain: boolean;
  stored: ActiveEnrolment;
  situation: Situation;
  plan: Plan | undefined;
  playbook: Playbook;
  /** The requested mail that is sent again. */
  repeated?: string;
}
