import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isVisitorId, type VisitorId } from '../../shared/domain/identity/ids.ts';
import type { SubmitSystem } from '../../shared/usecases/forms/submit-form/submit-form.ts';

/** What this function needs. */
export interface FormsSystem extends SubmitSystem {
  newId: () => string;
  websiteUrl: string;
  complain: (message: 'form-not-shown' | 'submission-late' | 'submission-not-kept', reason: string) => void;
}

/** The name of the form in the path. */
export function formIn(event: APIGatewayProxyEventV2): string {
  return event.pathParameters?.form ?? '';
}

/** Whether the response is JSON: the client accepts JSON or sends it, and does not ask for HTML. */
export function wantsJson({ headers }: APIGatewayProxyEventV2): boolean {
  const accept = headers.accept ?? '';
  if (accept.includes('text/html')) return false;
  return (
    accept.includes('application/json') || (headers['content-type'] ?? '').startsWith('application/json')
  );
}

/** The visitor id that the browser sent; undefined when it is invalid or the browser sends Global Privacy Control. */
export function visitorIn(id: unknown, { headers }: APIGatewayProxyEventV2): VisitorId | undefined {
  return headers['sec-gpc'] !== '1' && typeof id === 'string' && isVisitorId(id) ? id : undefined;
}
