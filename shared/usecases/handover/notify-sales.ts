import type { OverdueLevel } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { Refused } from '../../gateways/refused.ts';
import {
  type Channel,
  claimNotice,
  confirmNotice,
  failNotice,
  type NoticeKey,
  releaseNotice,
} from '../../store/handover/notices.ts';
import type { ReadSystem } from '../lead-system.ts';
import { type HandoverFound, type HandoverWithDossier, readDossier } from './read-dossier.ts';

/**
 * Why sales is notified: a hand-over was opened, nobody answered it in time, or a lead that sales already has asked
 * for contact again.
 */
export type NotificationTrigger = { lead: LeadId } & (
  | { kind: 'opened'; number: number }
  | { kind: 'overdue'; number: number; level: OverdueLevel }
  | { kind: 'raised'; at: Instant }
);

export interface Notification extends HandoverWithDossier {
  trigger: NotificationTrigger;
  now: Instant;
  /** An earlier attempt may have been sent. */
  isRepeat: boolean;
}

/** @throws Refused when it certainly was not sent; any other error when that is not known. */
export type SendNotification = (notification: Notification) => Promise<void>;

export interface NotifySystem extends ReadSystem {
  channels: { readonly [C in Channel]?: SendNotification };
  newId: () => string;
  /** Called when a person has to repair a channel. */
  reportRefusal: (notice: NoticeKey, reason: string) => void;
}

/** A claim this old is abandoned: longer than the function may run. */
export const LEASE_MS = 90_000;

/**
 * Notifies sales or its manager once over each channel, unless an answer came first. One failing channel does not stop
 * the others. If an attempt died, it may have sent: the next one sends again, marked as a repeat.
 * @param requestId the same when AWS retries an invocation, another when the event itself arrives twice
 * @throws when a channel must be tried again
 */
export async function notifySales(
  system: NotifySystem,
  trigger: NotificationTrigger,
  requestId: string,
): Promise<void> {
  const { lead } = trigger;
  const found = await readDossier(system, {
    lead,
    ...(trigger.kind !== 'raised' && { number: trigger.number }),
  });
  if (!('dossier' in found) || !isStillRelevant(trigger, found)) return;
  const notification = { ...found, trigger, now: system.now() };
  const channels = Object.entries(system.channels) as [Channel, SendNotification][];
  const outcomes = await Promise.allSettled(
    channels.map(([channel, send]) =>
      sendOnce(system, { lead, about: noticeTopic(trigger), channel }, send, notification, requestId),
    ),
  );
  const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (errors.length > 0) throw new NotSentOnEveryChannel(errors);
}

/** Report a raised hand only while sales has the lead. */
function isStillRelevant(
  { kind }: NotificationTrigger,
  { status, handover }: HandoverFound & HandoverWithDossier,
): boolean {
  return kind === 'raised' ? handover.status !== 'returned' : status === 'open';
}

function noticeTopic(trigger: NotificationTrigger): string {
  switch (trigger.kind) {
    case 'opened':
      return String(trigger.number);
    case 'overdue':
      return `${trigger.number}#${trigger.level}`;
    case 'raised':
      return `raised#${trigger.at}`;
  }
}

/** At least one channel must be tried again. */
export class NotSentOnEveryChannel extends AggregateError {
  override name = 'NotSentOnEveryChannel';

  constructor(errors: Error[]) {
    super(errors, errors.map(codeOf).join(', '));
  }
}

/** Messages of other errors may quote personal data; codes never do. */
function codeOf(error: Error): string {
  return error instanceof Refused ? error.message : error.name;
}

async function sendOnce(
  { table, now, newId, reportRefusal }: NotifySystem,
  notice: NoticeKey,
  send: SendNotification,
  notification: Omit<Notification, 'isRepeat'>,
  requestId: string,
): Promise<void> {
  const claimant = { requestId, attempt: newId(), now: now(), leaseMs: LEASE_MS };
  const claim = await claimNotice(table, notice, claimant);
  if (claim === 'settled') return;
  if (claim === 'busy') throw new Error('Another request may be sending this notification');
  try {
    await send({ ...notification, isRepeat: claim === 'again' });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (!error.isPermanent) {
      // Keep the claim of an earlier attempt: it may have sent.
      if (claim === 'first') await releaseNotice(table, notice, requestId);
      throw error;
    }
    reportRefusal(notice, error.message);
    return failNotice(table, notice, requestId, now(), error.message);
  }
  await confirmNotice(table, notice, requestId, now());
}
