import type { EnrolmentKey } from '../../../domain/nurture/enrolment/enrolment.ts';
import { enrolmentOf } from '../../../store/nurture/enrolments.ts';
import { type Handler, jobsIn } from '../../jobs/sweep.ts';
import type { MailSender } from './mail-sender.ts';
import { sendDueMail } from './send-due-mail.ts';

/** Sends the next mail of each enrolment that is due. Make it anew for each sweep. */
export function mailHandler(system: MailSender, kind: 'marketing-mail' | 'requested-mail'): Handler {
  // Set when there is no turn to send in this sweep.
  let isBusy = false;
  const send: Parameters<typeof jobsIn<EnrolmentKey>>[2] = async (enrolment, { until, waiting }, tried) => {
    if (isBusy) return 'left';
    const patience = Date.parse(until) - Date.parse(system.now());
    const sent = await sendDueMail(system, enrolment, { patience, ahead: waiting() + 1, tried });
    isBusy ||= sent === 'left';
    return sent;
  };
  return jobsIn({ match: enrolmentOf }, kind, send, true);
}
