import { SETTLING_MS } from '../../domain/nurture/mail-scanners.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import { formatReaction, type Reaction } from '../../domain/nurture/reaction.ts';
import { plus } from '../../domain/time.ts';
import { CLICK_TOKEN_PARAMETER } from '../../domain/tracking/page-url.ts';
import { getMail } from '../../store/nurture/mails.ts';
import { addReaction } from '../../store/nurture/reactions.ts';
import { putClickToken } from '../../store/tracking/mail-click-tokens.ts';
import type { ReactionSystem } from './record-open.ts';
import { botSign, clientMark, type Headers, optsOut } from './request-headers.ts';

export interface ClickSystem extends ReactionSystem {
  /** The company's website, without a slash at the end. */
  websiteUrl: string;
  /** 128 random bits in base64url. */
  newClickToken: () => string;
}

/** How long a click token is valid: longer than a page view may be late. */
const CLICK_TOKEN_MS = 3 * 86_400_000;

/** A request for a link of a mail. */
export interface LinkRequest {
  mail: string;
  /** Its number, from 0. */
  link: number;
  /** A HEAD request, as link scanners send: it is recorded as such. */
  isProbe: boolean;
  headers: Headers;
  /** Where it came from. */
  ip?: string | undefined;
}

/**
 * Records a click and returns where the link goes; undefined when there is no such link. A timer decides later whether
 * a person clicked. One write, no read; a second write if the link leads to our website. Without tracking, one read
 * instead. A click that the table refuses goes to the late queue.
 * @param complain called with the reason when a click or token could not be stored; the link works all the same
 * @throws when the mail cannot be read
 */
export async function recordClick(
  system: ClickSystem,
  request: LinkRequest,
  complain: (reason: unknown) => void,
): Promise<string | undefined> {
  const { mail: id, link } = request;
  const { mail, isTracked, by } = await storeClick(system, request, complain);
  const stored = mail?.links[link];
  if (stored === undefined || !/^https?:\/\//i.test(stored)) return undefined;
  // Whoever sees the page of the hidden link is no person, so there is no use in knowing.
  if (!isTracked || link === mail?.hidden || !isOwn(stored, system.websiteUrl)) return stored;
  const token = system.newClickToken();
  const until = plus(system.now(), CLICK_TOKEN_MS);
  try {
    await putClickToken(system.table, token, { mail: id, link, ...(by && { by }) }, until);
    return withToken(stored, token);
  } catch (reason) {
    complain(reason);
    return stored;
  }
}

/** The mail, and whether its click was recorded. */
async function storeClick(
  { table, late, now }: ClickSystem,
  { mail: id, link, isProbe, headers, ip }: LinkRequest,
  complain: (reason: unknown) => void,
): Promise<{ mail: Mail | undefined; isTracked: boolean; by?: string }> {
  const read = () => getMail(table, id, { isConsistent: false });
  if (optsOut(headers)) return { mail: await read(), isTracked: false };
  const at = now();
  const bot = isProbe ? 'head' : botSign(headers);
  const mark = await clientMark(id, ip, headers);
  const click: Reaction = { kind: 'click', at, link, ...(bot && { bot }), ...mark };
  const mail = await addReaction(table, id, click, plus(at, SETTLING_MS)).catch(() => 'refused' as const);
  if (mail === undefined) return { mail: await read(), isTracked: false };
  if (mail !== 'refused') return { mail, isTracked: !isProbe, ...mark };
  const queued = late.send({ mail: id, reaction: formatReaction(click) }).catch(complain);
  const stored = await read().finally(() => queued);
  return { mail: stored, isTracked: !isProbe && stored?.tracked === true, ...mark };
}

/** Whether a link leads to our website; others get no token. */
function isOwn(link: string, websiteUrl: string): boolean {
  return URL.parse(link)?.origin === URL.parse(websiteUrl)?.origin;
}

function withToken(link: string, token: string): string {
  const [address = '', fragment] = link.split(/#(.*)/s);
  const joint = address.includes('?') ? '&' : '?';
  return `${address}${joint}${CLICK_TOKEN_PARAMETER}=${token}${fragment === undefined ? '' : `#${fragment}`}`;
}
