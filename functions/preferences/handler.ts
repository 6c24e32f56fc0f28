import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { signedCall } from '../../shared/gateways/signed-call.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { withLook } from '../../shared/usecases/look/current-look.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { answer } from './answer.ts';

const { env, log, table, now } = connect('preferences', signedCall('dynamodb'));
const { source, look } = withLook(playbookSource({ table, now }), env.WEBSITE_URL);
const system = {
  ...jobSystem(table, now, log),
  playbook: source,
  look,
  timeZone: env.TIME_ZONE,
  complain: (message: string, reason: string) => log.error(message, { reason }),
};

export function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return answer(system, event);
}
