import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { randomId } from '../../shared/gateways/random-id.ts';
import { signedCaller } from '../../shared/gateways/signed-call.ts';
import { signedTable } from '../../shared/store/signed-table.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { answer } from './answer.ts';

const env = readEnvironment('handover', process.env);
const logger = logOf('handover');
const table = signedTable(env.TABLE_NAME, signedCaller(process.env));
const now = () => new Date().toISOString();
const system = {
  table,
  now,
  playbook: playbookSource({ table, now }),
  newKey: randomId,
  newToken: randomId,
  settings: { language: env.LANGUAGE, timeZone: env.TIME_ZONE, lines: 25 },
  complain: (message: string, reason: string) => logger.error(message, { reason }),
};

export function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return answer(system, event);
}
