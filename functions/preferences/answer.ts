import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import { failedPage } from '../../shared/web/identity/error-pages.tsx';
import { showConfirm, showUnsubscribe, takeConfirm, takeUnsubscribe } from './permission.ts';
import { showPreferences, takePreferences } from './preferences.ts';
import { formIn, type PagesSystem, page, readerOf } from './request.ts';

const pages = {
  confirm: { show: showConfirm, take: takeConfirm },
  unsubscribe: { show: showUnsubscribe, take: takeUnsubscribe },
  preferences: { show: showPreferences, take: takePreferences },
};

/** The response to any request about a mail. Only POST changes anything; HEAD is answered as GET. */
export async function answer(system: PagesSystem, event: APIGatewayProxyEventV2): Promise<Answer> {
  const [method, path = ''] = event.routeKey.split(' ');
  const { show, take } = pages[path.split('/')[1] as keyof typeof pages];
  try {
    return await (method === 'POST' ? take(system, event) : show(system, event));
  } catch (error) {
    system.complain(method === 'POST' ? 'change-not-kept' : 'page-not-shown', (error as Error).name);
    return apology(system, event, method === 'POST');
  }
}

function apology(system: PagesSystem, event: APIGatewayProxyEventV2, isPost: boolean): Answer {
  const form = isPost ? [...formIn(event)] : undefined;
  const html = failedPage(event.rawPath, form, readerOf(system, event));
  const { headers, ...rest } = page(system, 503, html);
  return { ...rest, headers: { ...headers, 'retry-after': '5' } };
}
