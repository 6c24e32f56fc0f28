import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 as HttpResponse } from 'aws-lambda';
import { askedLanguage, preferredLanguage } from '../../shared/domain/language.ts';
import { errorPage } from '../../shared/web/handover/error-page.tsx';
import { type HandoverKey, parseHandoverKey } from '../../shared/web/handover/handover-link.ts';
import { addressOf, errorResponse, formIn, type PagesSystem, page } from './request.ts';
import { openHandover } from './show-handover.ts';

/** Handles any request for a hand-over page. Only POST changes anything; HEAD is handled as GET. */
export async function handleRequest(
  { settings, ...rest }: PagesSystem,
  event: APIGatewayProxyEventV2,
): Promise<HttpResponse> {
  const asked = askedLanguage(event.queryStringParameters);
  const system = {
    ...rest,
    ...(asked && { asked }),
    settings: {
      ...settings,
      language: preferredLanguage(asked, event.headers?.['accept-language'], settings.language),
    },
  };
  const key = parseHandoverKey(event.pathParameters?.token ?? '');
  if (key === undefined) return errorResponse(system, 'unknown');
  const isPost = event.requestContext.http.method === 'POST';
  try {
    if (!isPost) return await openHandover(system, key, event);
    // Loaded on demand: showing the page needs no code for answers.
    const { takeAnswer } = await import('./take-answer.ts');
    return await takeAnswer(system, key, event);
  } catch (error) {
    system.reportFailure(isPost ? 'answer-not-recorded' : 'page-not-shown', (error as Error).name);
    return tryAgainPage(system, key, isPost ? [...(formIn(event) ?? [])] : []);
  }
}

/** A page with a button that sends the same again. */
function tryAgainPage(system: PagesSystem, key: HandoverKey, sent: [string, string][]): HttpResponse {
  const again = { address: addressOf(system, key), sent };
  return page(system, 503, errorPage(system.look(), system.settings.language, 'unavailable', again), {
    'retry-after': '5',
  });
}
