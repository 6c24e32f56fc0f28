import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { isVisitorId, type VisitorId } from '../../shared/domain/identity/ids.ts';
import type { SubmitSystem } from '../../shared/usecases/forms/submit-form/submit-form.ts';
import type { Look } from '../../shared/web/look/look.ts';

/** What this function needs. */
export interface FormsSystem extends SubmitSystem {
  newId: () => string;
  websiteUrl: string;
  look: () => Look;
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

/** Carries the id of the browser in a request without a body. An address never does: anybody can make one. */
export const VISITOR_HEADER = 'kansrijk-visitor';

/** The visitor id that the browser sent; undefined when it is invalid or the browser sends Global Privacy Control. */
export function visitorIn(id: unknown, { headers }: APIGatewayProxyEventV2): VisitorId | undefined {
  return headers['sec-gpc'] !== '1' && typeof id === 'string' && isVisitorId(id) ? id : undefined;
}

/**
 * Whether a browser sent this from the company's website or from our own page. A page that comes in answer to any other
 * carries no visitor id: whoever made that one knows it, and the person would use it for its own answers.
 */
export function isFromOwnPage({ headers }: APIGatewayProxyEventV2, system: FormsSystem): boolean {
  const host = URL.parse(headers.origin ?? '')?.hostname;
  const website = hostOf(system.websiteUrl)?.replace(/^www\./, '');
  if (host === undefined || website === undefined) return false;
  return host === hostOf(system.publicUrl) || host === website || host.endsWith(`.${website}`);
}

const hostOf = (url: string) => URL.parse(url)?.hostname;
