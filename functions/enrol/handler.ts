import type { Context, EventBridgeEvent } from 'aws-lambda';
import { domainEvents } from '../../shared/contract/domain-events.ts';
import type { SweepOrder } from '../../shared/contract/sweep.ts';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { isSweepOrder, scheduledSweep } from '../../shared/usecases/jobs/scheduled-sweep.ts';
import { type EnrolSystem, enrol } from '../../shared/usecases/nurture/enrol.ts';
import { resumeEnrolments } from '../../shared/usecases/nurture/resume-enrolments.ts';
import { createMailSender } from '../../shared/usecases/nurture/send-due-mail/create-mail-sender.ts';
import { mailHandler } from '../../shared/usecases/nurture/send-due-mail/mail-handler.ts';
import { sendDueMail } from '../../shared/usecases/nurture/send-due-mail/send-due-mail.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';

const { env, log, table, now } = connect('enrol', dynamoDbCall());
const playbook = playbookSource({ table, now });
const jobs = jobSystem(table, now, log);
const sending = createMailSender(env, {
  ...{ table, now, playbook },
  log: (message, about) => log.error(message, { ...about }),
});
const system: EnrolSystem = {
  ...{ table, now, playbook },
  // What cannot be sent now is due: the next sweep tries it again.
  sendDueMail: (of) =>
    sendDueMail(sending, of).catch(({ name }: Error) =>
      log.warn('job-failed', { kind: 'requested-mail', failure: name }),
    ),
};

/** Told that a lead started a sequence or confirmed permission, or by its schedule to do what is due. */
export async function handler(
  event: EventBridgeEvent<'SequenceStarted' | 'ConsentChanged', unknown> | SweepOrder,
  context: Context,
): Promise<unknown> {
  try {
    if (isSweepOrder(event)) {
      const handlers = [mailHandler(sending, 'requested-mail')];
      return await scheduledSweep(jobs, 'enrol', event, { handlers, context, log });
    }
    if (event['detail-type'] === 'ConsentChanged') {
      const { leadId } = domainEvents.ConsentChanged.parse(event.detail);
      return await resumeEnrolments(system, leadId as LeadId);
    }
    const { leadId, sequence, at, playbook } = domainEvents.SequenceStarted.parse(event.detail);
    return await enrol(system, { lead: leadId as LeadId, sequence, startedAt: at, playbook });
  } finally {
    await sending.pace.recordSends();
  }
}
