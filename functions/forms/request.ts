import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isVisitorId, type VisitorId } from '../../shared/domain/identity/ids.ts';
import type { SubmitSystem } from '../../shared/usecases/forms/submit-form/submit-form.ts';

/** All that this function works with. */
export interface FormsSystem extends SubmitSystem {
  newId: () => string;
  websiteUrl: string;
  complain: (message: 'form-not-shown' | 'submission-late' | 'submission-not-kept', reason: string) => void;
}

/** The name of the form in the path. */
export function formIn(event: APIGatewayProxyEventV2): string {
  return event.pathParameters?.form ?? '';
}

/** Whether the client is a program: it says so, or it talks JSON and does not ask for a page. */
export function wantsJson({ headers }: APIGatewayProxyEventV2): boolean {
  const accept = headers.accept ?? '';
  if (accept.includes('text/html')) return false;
  return (
    accept.includes('application/json') || (headers['content-type'] ?? '').startsWith('application/json')
  );
}

/** The visitor that the browser names, unless it asks for privacy (Global Privacy Control) or the id is none. */
export function visitorIn(id: unknown, { headers }: APIGatewayProxyEventV2): VisitorId | undefined {
  return headers['sec-gpc'] !== '1' && typeof id === 'string' && isVisitorId(id) ? id : undefined;
}
