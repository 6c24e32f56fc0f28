import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { consoleApp } from './app.ts';

const { env, log, table, now } = connect('console', dynamoDbCall());
const system = { table, now, playbook: playbookSource({ table, now }), newToken: randomId };

export const handler = handle(
  consoleApp(system, {
    publicUrl: env.PUBLIC_URL,
    language: env.LANGUAGE,
    timeZone: env.TIME_ZONE,
    htmx: readFileSync(join(__dirname, 'htmx.js'), 'utf8'),
    requireViewer: async (_, next) => next(),
    reportFailure: (error) => log.error('page-not-shown', { reason: error.name }),
  }),
);
