import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 as HttpResponse } from 'aws-lambda';
import type { Language } from '../../shared/domain/language.ts';
import type { DossierSystem } from '../../shared/usecases/handover/read-dossier.ts';
import type { LeadSystem } from '../../shared/usecases/lead-system.ts';
import type { StorySettings } from '../../shared/web/handover/dossier/story.ts';
import { type ErrorKind, errorPage } from '../../shared/web/handover/error-page.tsx';
import { type HandoverKey, handoverLink } from '../../shared/web/handover/handover-link.ts';
import { pageHeaders } from '../../shared/web/handover/page-headers.ts';
import type { Look } from '../../shared/web/look/look.ts';

export interface PagesSystem extends LeadSystem, DossierSystem {
  settings: StorySettings;
  look: () => Look;
  /** The language that the address asks for. */
  asked?: Language;
  /** A key for each page shown: it deduplicates answers. */
  newKey: () => string;
  reportFailure: (message: 'page-not-shown' | 'answer-not-recorded', reason: string) => void;
}

const MAX_BYTES = 100 * 1024;

/** The submitted form; undefined when it is larger than any form of the page. */
export function formIn({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): URLSearchParams | undefined {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return bytes.byteLength > MAX_BYTES ? undefined : new URLSearchParams(bytes.toString());
}

/** The address of the page, in the language that was asked for. */
export function addressOf(
  { asked }: PagesSystem,
  key: HandoverKey,
  query: Record<string, string> = {},
): string {
  const search = String(new URLSearchParams({ ...query, ...(asked && { lang: asked }) }));
  return handoverLink('', key) + (search && `?${search}`);
}

export function page(
  { look }: Pick<PagesSystem, 'look'>,
  statusCode: number,
  body: string,
  more: Record<string, string> = {},
): HttpResponse {
  return { statusCode, headers: { ...pageHeaders(look()), ...more }, body };
}

const STATUS: Readonly<Record<ErrorKind, number>> = {
  unknown: 404,
  erased: 410,
  replaced: 410,
  expired: 410,
  unreadable: 413,
  unavailable: 503,
};

/** A page that says why the hand-over cannot be shown. */
export function errorResponse(system: PagesSystem, why: ErrorKind): HttpResponse {
  return page(system, STATUS[why], errorPage(system.look(), system.settings.language, why));
}
