import type { Context } from 'aws-lambda';
import { deadOrder, rescoreOrder, sweepOrder } from '../../shared/contract/sweep.ts';
import { hideBeginningsWith } from '../../shared/gateways/identity/hidden-beginnings.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { type DeadJob, handleDeadJobs } from '../../shared/usecases/jobs/dead-jobs.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { scheduledSweep } from '../../shared/usecases/jobs/scheduled-sweep.ts';
import type { SweepResult } from '../../shared/usecases/jobs/sweep.ts';
import { createMailSender } from '../../shared/usecases/nurture/send-due-mail/create-mail-sender.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { orderRepair } from '../../shared/usecases/scoring/repair-leads.ts';
import { handlersOf } from './handlers.ts';

const { env, log, table, now } = connect('timers', dynamoDbCall());
const playbook = playbookSource({ table, now });
const jobs = jobSystem(table, now, log);
const system = {
  ...createMailSender(env, {
    ...{ table, now, playbook },
    log: (message, about) => log.error(message, { ...about }),
  }),
  playbook,
  newToken: randomId,
  hideBeginnings: hideBeginningsWith(env.IDENTITY_KEY),
};

/** Does what is due, as its schedule orders, or what a person orders: see the runbook. */
export async function handler(
  event: object,
  context: Context,
): Promise<SweepResult | DeadJob[] | { started: number }> {
  if ('dead' in event) return handleDeadJobs({ table, now }, deadOrder.parse(event));
  if ('rescore' in event) return orderRepair(system, rescoreOrder.parse(event).rescore);
  const order = sweepOrder.parse(event);
  const result = await scheduledSweep(jobs, 'timers', order, { handlers: handlersOf(system), context, log });
  await system.pace.recordSends();
  return result;
}
