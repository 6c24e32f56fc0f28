import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudFormationCustomResourceEvent, Context } from 'aws-lambda';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import type { VersionEntry } from '../../shared/playbook/versions/version.ts';
import { connect } from '../../shared/usecases/connect.ts';
import {
  type BuiltPlaybook,
  deployPlaybook,
} from '../../shared/usecases/playbook/publish-playbook/deploy-playbook.ts';
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
    const deployed = await deployPlaybook({ table, now }, builtPlaybook());
    if (deployed.result === 'refused') return { ok: false, reason: refusal(deployed.newer) };
    const { version } = deployed;
    await log.info(deployed.result === 'left' ? 'playbook-left' : 'playbook-published', { version });
    return { ok: true, data: { version: String(version) } };
  } catch (error) {
    await log.error('playbook-not-published', error as Error);
    return { ok: false, reason: `Not published: ${(error as Error).message}. See the log of this function.` };
  }
}

/** The playbook, checked and compiled when this function was built. */
function builtPlaybook(): BuiltPlaybook {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'playbook.json'), 'utf8'));
}

/** Says whose work a deployment would take back, and how to keep it. */
function refusal({ version, author, note }: VersionEntry): string {
  const who = author.by === 'deployment' ? 'A deployment' : author.name;
  const about = note === '' ? '' : ` (“${note}”)`;
  return `${who} published version ${version} of the playbook${about}, which this folder does not have. Bring it here with npm run playbook:pull, then deploy again.`;
}
