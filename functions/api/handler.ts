import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { handle } from 'hono/aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { leadIdFrom } from '../../shared/gateways/lead-id.ts';
import { signedCaller } from '../../shared/gateways/signed-call.ts';
import { signedTable } from '../../shared/store/signed-table.ts';
import { playbookSource } from '../../shared/usecases/current-playbook.ts';
import { apiApp } from './app.ts';

const env = readEnvironment('api', process.env);
const logger = new Logger({ serviceName: 'api' });
const table = signedTable(env.TABLE_NAME, signedCaller(process.env));
const now = () => new Date().toISOString();
const system = {
  table,
  now,
  newId: randomUUID,
  playbook: playbookSource({ table, now }),
  leadId: leadIdFrom(env.IDENTITY_KEY),
};

export const handler = handle(
  apiApp(system, {
    keyHashes: env.API_KEY_HASHES,
    publicUrl: env.PUBLIC_URL,
    complain: (error) => logger.error('request-not-done', { reason: error.name }),
  }),
);
