import type { APIGatewayProxyStructuredResultV2 as Answer, APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Instant } from '../../shared/domain/time.ts';
import type { DossierSystem } from '../../shared/usecases/handover/read-dossier.ts';
import type { LeadSystem } from '../../shared/usecases/lead-system.ts';
import type { StorySettings } from '../../shared/web/handover/dossier/story.ts';
import { type ErrorKind, errorPage } from '../../shared/web/handover/error-page.tsx';
import { pageHeaders } from '../../shared/web/handover/page-headers.ts';

/** All that this function works with. */
export interface PagesSystem extends Omit<LeadSystem, 'playbook'>, DossierSystem {
  now: () => Instant;
  settings: StorySettings;
  /** A name for each page that is shown: an answer that is sent twice from it counts once. */
  newKey: () => string;
  complain: (message: 'page-not-shown' | 'answer-not-recorded', reason: string) => void;
}

const LARGEST = 100 * 1024;

/** What a form sent along; undefined when it is more than any form of the page can be. */
export function formIn({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): URLSearchParams | undefined {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  return bytes.byteLength > LARGEST ? undefined : new URLSearchParams(bytes.toString());
}

export function page(statusCode: number, body: string, more: Record<string, string> = {}): Answer {
  return { statusCode, headers: { ...pageHeaders, ...more }, body };
}

const STATUS: Readonly<Record<ErrorKind, number>> = {
  unknown: 404,
  erased: 410,
  replaced: 410,
  expired: 410,
  unreadable: 413,
  unavailable: 503,
};

/** Says why there is nothing to see. */
export function excuse({ settings }: PagesSystem, why: ErrorKind): Answer {
  return page(STATUS[why], errorPage(settings.language, why));
}
