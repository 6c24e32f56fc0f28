import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import type { CompiledPlaybook } from '../../shared/playbook/compile-playbook.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { publishPlaybook } from '../../shared/usecases/playbook/publish-playbook/publish-playbook.ts';
import { type Outcome, respond, withTimeout } from './cloudformation.ts';

const { log, table, now } = connect('publish', dynamoDbCall());

/** Time reserved for responding to CloudFormation. */
const RESPONSE_MS = 12_000;

export async function handler(event: CloudFormationCustomResourceEvent, context: Context): Promise<void> {
  // When the stack is deleted versions stay as long as the table: scores and hand-overs name them.
  const work = event.RequestType === 'Delete' ? ({ ok: true, data: {} } as const) : publish();
  await respond(event, await withTimeout(context.getRemainingTimeInMillis() - RESPONSE_MS, work));
}

async function publish(): Promise<Outcome> {
  try {
    const version = await publishPlaybook({ table, now }, builtPlaybook());
    await log.info('playbook-published', { version });
    return { ok: true, data: { version: String(version) } };
  } catch (error) {
    await log.error('playbook-not-published', error as Error);
    return { ok: false, reason: `Not published: ${(error as Error).message}. See the log of this function.` };
  }
}

/** The playbook, checked and compiled when this function was built. */
function builtPlaybook(): CompiledPlaybook {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'playbook.json'), 'utf8'));
}
