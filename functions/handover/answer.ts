import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { errorPage } from '../../shared/web/handover/error-page.tsx';
import { type HandoverKey, handoverLink, parseHandoverKey } from '../../shared/web/handover/handover-link.ts';
import { excuse, formIn, type PagesSystem, page } from './request.ts';
import { openHandover } from './show-handover.ts';

/** The answer to any request about a hand-over. Only POST changes anything; HEAD is answered as GET. */
export async function answer(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const key = parseHandoverKey(event.pathParameters?.token ?? '');
  if (key === undefined) return excuse(system, 'unknown');
  const isPost = event.requestContext.http.method === 'POST';
  try {
    return await (isPost ? take(system, key, event) : openHandover(system, key, event));
  } catch (error) {
    system.complain(isPost ? 'answer-not-recorded' : 'page-not-shown', (error as Error).name);
    return apology(system, key, isPost ? [...(formIn(event) ?? [])] : []);
  }
}

async function take(system: PagesSystem, key: HandoverKey, event: APIGatewayProxyEventV2): Promise<Answer> {
  // Only here: who opens the page need not wait for what checks and records answers.
  const { takeAnswer } = await import('./take-answer.ts');
  return takeAnswer(system, key, event);
}

/** With a button that sends the same once more. */
function apology({ settings }: PagesSystem, key: HandoverKey, sent: [string, string][]): Answer {
  const again = { address: handoverLink('', key), sent };
  return page(503, errorPage(settings.language, 'unavailable', again), { 'retry-after': '5' });
}
