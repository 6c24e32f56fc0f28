import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Situation } from '../../../domain/nurture/decide.ts';
import type { ActiveEnrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import type { Plan } from '../../../domain/nurture/plan.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Mailer } from '../../../gateways/nurture/mailer.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import type { Table } from '../../../store/table.ts';
import type { PlaybookSource } from '../../playbook/current-playbook.ts';
import type { ComposeSystem } from './compose-mail.ts';
import type { Pace } from './pace-mail.ts';

/** Problems with a mail that a person should look into. */
export type SendingProblem = 'mail-refused' | 'mail-not-allowed' | 'mail-fate-unknown';

/** What sending the mails of sequences needs: table, clock, mail service and pace. */
export interface MailSender extends ComposeSystem {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
  mailer: Mailer;
  pace: Pace;
  /** 128 random bits, for use in links. */
  newMailId: () => string;
  report: (news: SendingProblem, about: { lead: LeadId; mail: string; reason: string }) => void;
}

/** How long to wait for a turn to send, and how many mails will probably follow, this one included. */
export interface TurnLimits {
  patience: number;
  ahead: number;
}

/** For a mail that is sent as soon as it is requested; after five seconds it is left to the timers. */
export const SINGLE_MAIL: TurnLimits = { patience: 5_000, ahead: 1 };

/**
 * `sent`: handed to the mail service, or possibly so. `later`: it waits. `left`: there was no turn to send, it is
 * still due. `over`: the enrolment is done, ended, or was not due.
 */
export type SendResult = 'sent' | 'later' | 'left' | 'over';

/** A due enrolment as stored, and its situation without a claim that came to nothing. */
export interface DueEnrolment {
  /** Whether it was read consistently; otherwise it may be out of date. */
  isConsistent: boolean;
  stored: ActiveEnrolment;
  situation: Situation;
  plan: Plan | undefined;
  playbook: Playbook;
  /** The id of the requested mail that is sent again. */
  repeated?: string;
}
