import type { Environment } from '../../shared/contract/environment.ts';
import { escalatesAt } from '../../shared/domain/handover/overdue.ts';
import { ownerOf } from '../../shared/domain/handover/owner.ts';
import type { SalesPerson } from '../../shared/domain/handover/routing/sales-rules.ts';
import { hoursPerDay, workingHoursBetween } from '../../shared/domain/handover/working-hours.ts';
import type { Notification } from '../../shared/usecases/handover/notify-sales.ts';
import { type FollowUp, followUpLines } from '../../shared/web/handover/dossier/follow-up/follow-up.ts';
import type { NotificationView } from '../../shared/web/handover/dossier/notification.ts';
import { storyOf } from '../../shared/web/handover/dossier/story.ts';
import { timesIn } from '../../shared/web/handover/dossier/times.ts';
import { type HandoverKey, handoverLink } from '../../shared/web/handover/handover-link.ts';

export type NotifySettings = Pick<Environment<'notify'>, 'PUBLIC_URL' | 'LANGUAGE' | 'TIME_ZONE'>;

/** What opens the page of a hand-over for one person alone. */
export type OwnLink = Required<Pick<HandoverKey, 'token' | 'member'>>;

/**
 * The texts of a notification, for mail and Slack.
 * @param lines maximum per section
 * @param own the link of one person alone, instead of the one that all of sales gets
 */
export function notificationView(
  notification: Notification,
  env: NotifySettings,
  lines: number,
  own?: OwnLink,
): NotificationView {
  const { dossier, handover, trigger, isRepeat, isLate, now } = notification;
  const language = env.LANGUAGE;
  const { number, token } = handover;
  const isAnswered = handover.status !== 'open';
  const { forWhom, ...story } = storyOf(dossier, { language, timeZone: env.TIME_ZONE, lines });
  const followUp = followUpOf(notification, env);
  const mention = responsiblePerson(notification)?.slack;
  return {
    // After an answer the lead belongs to whoever answered.
    story: { ...story, ...(forWhom !== undefined && !isAnswered && { forWhom }) },
    link: handoverLink(env.PUBLIC_URL, { lead: dossier.lead, number, token, ...own }),
    console: `${env.PUBLIC_URL}/console/leads/${dossier.lead}`,
    isRepeat,
    ...(isLate && { lateSince: timesIn(language, env.TIME_ZONE, now).moment(trigger.at) }),
    isAnswered,
    ...(followUp && { followUp: followUpLines(language, followUp, story.who) }),
    ...(mention !== undefined && { mention }),
  };
}

/** The member of the team whose lead it is. */
export function responsiblePerson(
  notification: Notification,
): (SalesPerson & { member: string }) | undefined {
  const { sales } = notification.playbook;
  const member = ownerOf(notification.handover, sales);
  if (member === undefined) return undefined;
  const person = sales.team[member];
  return person && { ...person, member };
}

function followUpOf(notification: Notification, env: NotifySettings): FollowUp | undefined {
  const { trigger, lead, handover, playbook, dossier, now } = notification;
  const name = responsiblePerson(notification)?.name;
  const person = name === undefined ? {} : { person: name };
  const { moment } = timesIn(env.LANGUAGE, env.TIME_ZONE, now);
  switch (trigger.kind) {
    case 'opened':
      return undefined;
    case 'raised':
      return {
        kind: 'raised',
        isAnswered: handover.status !== 'open',
        isCustomer: lead.stage === 'customer',
        ...person,
      };
    case 'assigned': {
      const given = dossier.actions.find(({ number }) => number === trigger.action);
      if (given === undefined) return undefined;
      return { kind: 'assigned', by: given.by, ...person, ...(given.note && { why: given.note }) };
    }
    case 'call':
      return { kind: 'call', at: moment(trigger.callAt), ...person };
    case 'overdue': {
      const { agreement } = playbook;
      return {
        kind: trigger.level,
        waited: workingHoursBetween(handover.openedAt, now, agreement),
        agreed: agreement.acceptWithinHours,
        aDay: hoursPerDay(agreement),
        since: moment(handover.openedAt),
        managerAt: moment(escalatesAt(handover, agreement)),
        ...person,
      };
    }
  }
}
