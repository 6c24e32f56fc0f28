import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Situation } from '../../../domain/nurture/decide.ts';
import type { ActiveEnrolment } from '../../../domain/nurture/enrolment/enrolment.ts';
import type { Mail } from '../../../domain/nurture/mailing.ts';
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

/** A requested mail without a report is sent again after this time. */
export const RESEND_AFTER_MS = 600_000;

/** A due enrolment as stored, and its situation without a claim that came to nothing. */
export interface DueEnrolment {
  stored: ActiveEnrolment;
  situation: Situation;
  plan: Plan | undefined;
  playbook: Playbook;
  /** The requested mail that is sent again. */
  repeated?: Mail;
}
