import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { handleRequest } from './handle-request.ts';

const env = readEnvironment('handover', process.env);
const logger = logOf('handover');
const table = awsTable(env.TABLE_NAME, dynamoDbCall());
const now = () => new Date().toISOString();
const system = {
  table,
  now,
  playbook: playbookSource({ table, now }),
  newKey: randomId,
  newToken: randomId,
  settings: { language: env.LANGUAGE, timeZone: env.TIME_ZONE, lines: 25 },
  reportFailure: (message: string, reason: string) => logger.error(message, { reason }),
};

export function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return handleRequest(system, event);
}
