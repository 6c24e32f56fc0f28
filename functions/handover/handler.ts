import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { randomId } from '../../shared/gateways/random-id.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { withLook } from '../../shared/usecases/look/current-look.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { handleRequest } from './handle-request.ts';

const { env, log, table, now } = connect('handover', dynamoDbCall());
const { source, look } = withLook(playbookSource({ table, now }), env.WEBSITE_URL);
const system = {
  table,
  now,
  playbook: source,
  look,
  newKey: randomId,
  newToken: randomId,
  country: env.COUNTRY,
  settings: { language: env.LANGUAGE, timeZone: env.TIME_ZONE, lines: 25 },
  reportFailure: (message: string, reason: string) => log.error(message, { reason }),
};

export function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return handleRequest(system, event);
}
