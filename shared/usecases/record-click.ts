import { SETTLING_MS } from '../domain/nurture/robots.ts';
import { plus } from '../domain/time.ts';
import { VIA_MAIL } from '../domain/tracking/page-url.ts';
import { getMail } from '../store/mails.ts';
import { addReaction } from '../store/reactions.ts';
import type { ReactionSystem } from './record-open.ts';
import { botSign, type Headers, objects } from './request-signs.ts';

export interface ClickSystem extends ReactionSystem {
  /** The company's website, without a slash at the end. */
  websiteUrl: string;
}

/** A link of a mail, and how it was asked for. */
export interface Fetched {
  mail: string;
  /** Its number, from 0. */
  link: number;
  /** Only asks where the link goes, as HEAD does. */
  isProbe: boolean;
  headers: Headers;
}

/**
 * Where a link of a mail goes; undefined when there is no such link. That it was fetched is kept, and a timer judges
 * later whether a person did it: one write, no read. Who may not be tracked costs a read instead.
 */
export async function recordClick(system: ClickSystem, fetched: Fetched): Promise<string | undefined> {
  const { mail: id, link, headers } = fetched;
  const mail = (await keep(system, fetched)) ?? (await getMail(system.table, id, { isConsistent: false }));
  const stored = mail?.links[link];
  if (stored === undefined || !/^https?:\/\//i.test(stored)) return undefined;
  return mail?.tracked && !objects(headers) ? withMail(stored, `${id}.${link}`, system.websiteUrl) : stored;
}

async function keep({ table, now }: ClickSystem, { mail, link, isProbe, headers }: Fetched) {
  if (isProbe || objects(headers)) return undefined;
  const at = now();
  const bot = botSign(headers);
  return addReaction(table, mail, { kind: 'click', at, link, ...(bot && { bot }) }, plus(at, SETTLING_MS));
}

/** Pages of the own website are told which mail led there; links to other sites are not altered. */
function withMail(link: string, viaMail: string, websiteUrl: string): string {
  if (URL.parse(link)?.origin !== URL.parse(websiteUrl)?.origin) return link;
  const [address = '', fragment] = link.split(/#(.*)/s);
  const joint = address.includes('?') ? '&' : '?';
  return `${address}${joint}${VIA_MAIL}=${viaMail}${fragment === undefined ? '' : `#${fragment}`}`;
}
