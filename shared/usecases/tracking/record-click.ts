import { SETTLING_MS } from '../../domain/nurture/mail-scanners.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import { formatReaction, type Reaction } from '../../domain/nurture/reaction.ts';
import { plus } from '../../domain/time.ts';
import { CLICK_TOKEN_PARAMETER } from '../../domain/tracking/page-url.ts';
import { getMail } from '../../store/nurture/mails.ts';
import { addReaction } from '../../store/nurture/reactions.ts';
import { putClickToken } from '../../store/tracking/mail-click-tokens.ts';
import type { ReactionSystem } from './record-open.ts';
import { botSign, type Headers, optsOut } from './request-headers.ts';

export interface ClickSystem extends ReactionSystem {
  /** The company's website, without a slash at the end. */
  websiteUrl: string;
  /** 128 random bits in base64url. */
  newClickToken: () => string;
}

/** How long a landing key says which mail led there: longer than a page view may be late. */
const CLICK_TOKEN_MS = 3 * 86_400_000;

/** A link of a mail, and how it was asked for. */
export interface LinkRequest {
  mail: string;
  /** Its number, from 0. */
  link: number;
  /** Only asks where the link goes, as HEAD does. */
  isProbe: boolean;
  headers: Headers;
}

/**
 * Where a link of a mail goes; undefined when there is no such link. That it was fetched is kept, and a timer judges
 * later whether a person did it: one write, no read, and another write when it leads to the own website. Who may not be
 * tracked costs a read instead. A click that the table refuses goes to the late queue.
 * @param complain told why a landing or a click could not be kept; the link works all the same
 * @throws when the table does not tell where it goes
 */
export async function recordClick(
  system: ClickSystem,
  fetched: LinkRequest,
  complain: (reason: unknown) => void,
): Promise<string | undefined> {
  const { mail: id, link } = fetched;
  const { mail, isKept } = await storeClick(system, fetched, complain);
  const stored = mail?.links[link];
  if (stored === undefined || !/^https?:\/\//i.test(stored)) return undefined;
  if (!isKept || !isOwn(stored, system.websiteUrl)) return stored;
  const key = system.newClickToken();
  const until = plus(system.now(), CLICK_TOKEN_MS);
  try {
    await putClickToken(system.table, key, { mail: id, link }, until);
    return withToken(stored, key);
  } catch (reason) {
    complain(reason);
    return stored;
  }
}

/** The mail, and whether the click is kept with it. */
async function storeClick(
  { table, late, now }: ClickSystem,
  { mail: id, link, isProbe, headers }: LinkRequest,
  complain: (reason: unknown) => void,
): Promise<{ mail: Mail | undefined; isKept: boolean }> {
  const look = () => getMail(table, id, { isConsistent: false });
  if (isProbe || optsOut(headers)) return { mail: await look(), isKept: false };
  const at = now();
  const bot = botSign(headers);
  const click: Reaction = { kind: 'click', at, link, ...(bot && { bot }) };
  const kept = await addReaction(table, id, click, plus(at, SETTLING_MS)).catch(() => 'refused' as const);
  if (kept === undefined) return { mail: await look(), isKept: false };
  if (kept !== 'refused') return { mail: kept, isKept: true };
  const queued = late.send({ mail: id, reaction: formatReaction(click) }).catch(complain);
  const mail = await look().finally(() => queued);
  return { mail, isKept: mail?.tracked === true };
}

/** Whether it is a page of the own website; links to others are not altered. */
function isOwn(link: string, websiteUrl: string): boolean {
  return URL.parse(link)?.origin === URL.parse(websiteUrl)?.origin;
}

function withToken(link: string, key: string): string {
  const [address = '', fragment] = link.split(/#(.*)/s);
  const joint = address.includes('?') ? '&' : '?';
  return `${address}${joint}${CLICK_TOKEN_PARAMETER}=${key}${fragment === undefined ? '' : `#${fragment}`}`;
}
