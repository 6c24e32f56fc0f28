import { handle } from 'hono/aws-lambda';
import { hideBeginningsWith } from '../../shared/gateways/identity/hidden-beginnings.ts';
import { leadIdFrom } from '../../shared/gateways/identity/lead-id.ts';
import { playbookFunction } from '../../shared/gateways/playbook/playbook-function.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { apiKeySource } from '../../shared/usecases/console/find-api-key.ts';
import { directorySource } from '../../shared/usecases/identity/directory/directory-source.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { apiApp } from './app.ts';

const { env, log, table, now } = connect('api', dynamoDbCall());
const system = {
  ...jobSystem(table, now, log),
  newId: () => crypto.randomUUID(),
  newToken: randomId,
  askPlaybook: playbookFunction(env.PLAYBOOK_FUNCTION),
  playbook: playbookSource({ table, now }),
  directory: directorySource({ table, now }),
  leadId: leadIdFrom(env.IDENTITY_KEY),
  hideBeginnings: hideBeginningsWith(env.IDENTITY_KEY),
};

const serve = handle(
  apiApp(system, {
    keyHashes: env.API_KEY_HASHES,
    findKey: apiKeySource(system),
    publicUrl: env.PUBLIC_URL,
    reportFailure: (error) => log.error('request-not-done', { reason: error.name }),
  }),
);

const NO_FETCH_METHODS = ['CONNECT', 'TRACE', 'TRACK'];

/**
 * A Fetch request cannot be everything that arrives. Some methods are refused as OPTIONS is, which no path has either;
 * the body of a GET has no meaning (RFC 9110, 9.3.1).
 */
export const handler: typeof serve = (event, context) => {
  const http = 'http' in event.requestContext ? event.requestContext.http : undefined;
  if (http && NO_FETCH_METHODS.includes(http.method)) http.method = 'OPTIONS';
  const isRead = http?.method === 'GET' || http?.method === 'HEAD';
  return serve(isRead ? { ...event, body: null } : event, context);
};
