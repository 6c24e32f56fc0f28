import type { EventBridgeEvent } from 'aws-lambda';
import { domainEvents } from '../../shared/contract/domain-events.ts';
import { readEnvironment } from '../../shared/contract/environment.ts';
import type { LeadId } from '../../shared/domain/identity/ids.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { type EnrolSystem, enrol } from '../../shared/usecases/nurture/enrol.ts';
import { createMailSender } from '../../shared/usecases/nurture/send-due-mail/create-mail-sender.ts';
import { sendDueMail } from '../../shared/usecases/nurture/send-due-mail/send-due-mail.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';

const env = readEnvironment('enrol', process.env);
const logger = logOf('enrol');
const table = awsTable(env.TABLE_NAME, dynamoDbCall());
const now = () => new Date().toISOString();
const playbook = playbookSource({ table, now });
const sending = createMailSender(env, {
  table,
  now,
  playbook,
  log: (message, about) => logger.error(message, { ...about }),
});
const system: EnrolSystem = { table, now, playbook, sendDueMail: (of) => sendDueMail(sending, of) };

export async function handler(event: EventBridgeEvent<'SequenceStarted', unknown>): Promise<void> {
  const { leadId, sequence, at, playbook } = domainEvents.SequenceStarted.parse(event.detail);
  try {
    await enrol(system, { lead: leadId as LeadId, sequence, startedAt: at, playbook });
  } catch (error) {
    const { name, message } = error as Error;
    await logger.warn('not-enrolled-yet', { lead: leadId, sequence, reason: `${name}: ${message}` });
    throw error;
  }
}
