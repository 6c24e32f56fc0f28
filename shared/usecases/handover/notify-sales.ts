import type { OverdueLevel } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { Refused } from '../../gateways/refused.ts';
import {
  type Channel,
  claimNotice,
  confirmNotice,
  failNotice,
  type NoticeOf,
  releaseNotice,
} from '../../store/handover/notices.ts';
import { type DossierSystem, type HandoverFound, type HandoverSeen, readDossier } from './read-dossier.ts';

/**
 * What sales has to hear: of a hand-over, that nobody answered it in time, and that somebody it has already asks for
 * a person again.
 */
export type Happened = { lead: LeadId } & (
  | { kind: 'opened'; number: number }
  | { kind: 'overdue'; number: number; level: OverdueLevel }
  | { kind: 'raised'; at: Instant }
);

/** What sales is told at this moment, and whether an earlier attempt may have told it already. */
export interface News extends HandoverSeen {
  happened: Happened;
  now: Instant;
  repeat: boolean;
}

/** @throws Refused when it certainly was not sent; any other error when nobody knows. */
export type Tell = (news: News) => Promise<void>;

export interface NotifySystem extends DossierSystem {
  channels: { readonly [C in Channel]?: Tell };
  newId: () => string;
  /** Called when a channel can only be repaired by a person. */
  reportRefusal: (notice: NoticeOf, reason: string) => void;
}

/** After this long a claim counts as abandoned: longer than the function may run. */
export const LEASE_MS = 90_000;

/**
 * Tells sales or its manager what happened, over each channel once; not what an answer has overtaken. Every channel is
 * tried, whatever happens to the others. An attempt that died may have sent: the next one sends again, and says so.
 * @param requestId the same when AWS repeats an invocation, another when the event itself comes twice
 * @throws when a channel is to be tried again
 */
export async function notifySales(
  system: NotifySystem,
  happened: Happened,
  requestId: string,
): Promise<void> {
  const { lead } = happened;
  const found = await readDossier(system, {
    lead,
    ...(happened.kind !== 'raised' && { number: happened.number }),
  });
  if (!('dossier' in found) || !isWorthTelling(happened, found)) return;
  const news = { ...found, happened, now: system.now() };
  const attempts = Object.entries(system.channels) as [Channel, Tell][];
  const outcomes = await Promise.allSettled(
    attempts.map(([channel, tell]) =>
      tellOnce(system, { lead, about: aboutOf(happened), channel }, tell, news, requestId),
    ),
  );
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (errors.length > 0) throw new NotToldEverywhere(errors);
}

/** Who raised its hand is of interest to whom it is with, and no more once it went back to marketing. */
function isWorthTelling({ kind }: Happened, { status, handover }: HandoverFound & HandoverSeen): boolean {
  return kind === 'raised' ? handover.status !== 'returned' : status === 'open';
}

function aboutOf(happened: Happened): string {
  switch (happened.kind) {
    case 'opened':
      return String(happened.number);
    case 'overdue':
      return `${happened.number}#${happened.level}`;
    case 'raised':
      return `raised#${happened.at}`;
  }
}

/** Sales was not told over every channel: to be tried again. */
export class NotToldEverywhere extends AggregateError {
  override name = 'NotToldEverywhere';

  constructor(errors: Error[]) {
    super(errors, errors.map(codeOf).join(', '));
  }
}

/** Other errors may quote what they were given; a code never does. */
function codeOf(error: Error): string {
  return error instanceof Refused ? error.message : error.name;
}

async function tellOnce(
  { table, now, newId, reportRefusal }: NotifySystem,
  notice: NoticeOf,
  tell: Tell,
  news: Omit<News, 'repeat'>,
  requestId: string,
): Promise<void> {
  const claimant = { requestId, attempt: newId(), now: now(), leaseMs: LEASE_MS };
  const claim = await claimNotice(table, notice, claimant);
  if (claim === 'settled') return;
  if (claim === 'busy') throw new Error('Somebody else may be telling sales right now');
  try {
    await tell({ ...news, repeat: claim === 'again' });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (!error.isPermanent) {
      // What an attempt before this one sent remains in doubt.
      if (claim === 'first') await releaseNotice(table, notice, requestId);
      throw error;
    }
    reportRefusal(notice, error.message);
    return failNotice(table, notice, requestId, now(), error.message);
  }
  await confirmNotice(table, notice, requestId, now());
}
