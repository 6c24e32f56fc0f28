import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { logOf } from '../../shared/gateways/log.ts';
import { signedCall } from '../../shared/gateways/signed-call.ts';
import { awsTable } from '../../shared/store/aws-table.ts';
import { jobSystem } from '../../shared/usecases/jobs/job-system.ts';
import { playbookSource } from '../../shared/usecases/playbook/current-playbook.ts';
import { answer } from './answer.ts';

const env = readEnvironment('preferences', process.env);
const logger = logOf('preferences');
const table = awsTable(env.TABLE_NAME, signedCall('dynamodb'));
const now = () => new Date().toISOString();
const system = {
  ...jobSystem(table, now, logger),
  playbook: playbookSource({ table, now }),
  websiteUrl: env.WEBSITE_URL,
  timeZone: env.TIME_ZONE,
  complain: (message: string, reason: string) => logger.error(message, { reason }),
};

export function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return answer(system, event);
}
