import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { challengesFrom } from '../../shared/gateways/forms/challenges.ts';
import { budgetKeysFrom } from '../../shared/gateways/identity/budget-keys.ts';
import { leadIdFrom } from '../../shared/gateways/identity/lead-id.ts';
import { signedCall } from '../../shared/gateways/signed-call.ts';
import { lateQueue } from '../../shared/gateways/tracking/late-queue.ts';
import { withTimeout } from '../../shared/store/with-timeout.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { formsSource } from '../../shared/usecases/forms/current-forms.ts';
import { withLook } from '../../shared/usecases/look/current-look.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { challengeScript, showChallenge } from './challenge.ts';
import type { FormsSystem } from './request.ts';
import { showForm, showThanks } from './show-form.ts';
import { takeForm } from './take-form.ts';

/** How long to wait for the table. A browser waits, and the late queue takes what the table refuses. */
const PATIENCE_MS = 1_000;

const { env, log, table, now } = connect('forms', signedCall('dynamodb'));
const shipped = () => JSON.parse(readFileSync(join(__dirname, 'forms.json'), 'utf8'));
const { source, look } = withLook(formsSource(playbookSource({ table, now }), shipped), env.WEBSITE_URL);
const system: FormsSystem = {
  table: withTimeout(table, PATIENCE_MS),
  late: lateQueue(signedCall('sqs'), env.LATE_QUEUE_URL),
  forms: source,
  leadId: leadIdFrom(env.IDENTITY_KEY),
  ...(env.CHALLENGE && { challenges: challengesFrom(env.IDENTITY_KEY) }),
  budgetsOf: budgetKeysFrom(env.IDENTITY_KEY),
  now,
  newId: () => crypto.randomUUID(),
  publicUrl: env.PUBLIC_URL,
  websiteUrl: env.WEBSITE_URL,
  look,
  complain: (message, reason) => log.warn(message, { reason }),
};

export function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  switch (event.routeKey) {
    case 'POST /f/{form}':
      return takeForm(system, event);
    case 'GET /f/{form}/challenge':
      return showChallenge(system, event);
    case 'GET /challenge.js':
      return challengeScript();
    case 'GET /f/{form}/thanks':
      return showThanks(system, event);
    default:
      return showForm(system, event);
  }
}
