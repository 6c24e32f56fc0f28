import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readEnvironment } from '../../shared/contract/environment.ts';
import { signedCaller } from '../../shared/gateways/signed-call.ts';
import { signedTable } from '../../shared/store/signed-table.ts';
import { playbookSource } from '../../shared/usecases/current-playbook.ts';
import { readDossier } from '../../shared/usecases/read-dossier.ts';
import { storyOf } from '../../shared/web/dossier/story.ts';
import { parseHandoverKey } from '../../shared/web/handover/link.ts';
import { dossierPage, excusePage } from '../../shared/web/handover/page.tsx';
import { pageHeaders } from '../../shared/web/handover/style.ts';

const env = readEnvironment('handover', process.env);
const logger = new Logger({ serviceName: 'handover' });
const table = signedTable(env.TABLE_NAME, signedCaller(process.env));
const now = () => new Date().toISOString();
const system = { table, now, playbook: playbookSource({ table, now }) };
const telling = { language: env.LANGUAGE, timeZone: env.TIME_ZONE, lines: 25 };

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const key = parseHandoverKey(event.pathParameters?.token ?? '');
  try {
    const found = key ? await readDossier(system, key) : { status: 'unknown' as const };
    if (found.status === 'open') return page(200, dossierPage(storyOf(found.dossier, telling)));
    return page(found.status === 'gone' ? 410 : 404, excusePage(env.LANGUAGE, found.status));
  } catch (error) {
    logger.error('dossier-not-read', { reason: (error as Error).name });
    return page(503, excusePage(env.LANGUAGE, 'unavailable'));
  }
}

function page(statusCode: number, body: string): APIGatewayProxyStructuredResultV2 {
  return { statusCode, headers: pageHeaders, body };
}
