import { handle } from 'hono/aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { leadIdFrom } from '../../shared/gateways/identity/lead-id.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { apiApp } from './app.ts';

const env = readEnvironment('api', process.env);
const logger = logOf('api');
const table = awsTable(env.TABLE_NAME, dynamoDbCall());
const now = () => new Date().toISOString();
const system = {
  ...jobSystem(table, now, logger),
  newId: () => crypto.randomUUID(),
  newToken: randomId,
  playbook: playbookSource({ table, now }),
  leadId: leadIdFrom(env.IDENTITY_KEY),
};

export const handler = handle(
  apiApp(system, {
    keyHashes: env.API_KEY_HASHES,
    publicUrl: env.PUBLIC_URL,
    reportFailure: (error) => logger.error('request-not-done', { reason: error.name }),
  }),
);
