import type { Environment } from '../../shared/contract/environment.ts';
import { escalatesAt } from '../../shared/domain/handover/overdue.ts';
import { memberOf } from '../../shared/domain/handover/routing/member.ts';
import type { SalesPerson } from '../../shared/domain/handover/routing/sales-rules.ts';
import { hoursPerDay, workingHoursBetween } from '../../shared/domain/handover/working-hours.ts';
import type { Notification } from '../../shared/usecases/handover/notify-sales.ts';
import { type FollowUp, followUpLines } from '../../shared/web/handover/dossier/follow-up.ts';
import type { NotificationView } from '../../shared/web/handover/dossier/notification.ts';
import { storyOf } from '../../shared/web/handover/dossier/story.ts';
import { timesIn } from '../../shared/web/handover/dossier/times.ts';
import { handoverLink } from '../../shared/web/handover/handover-link.ts';

export type NotifySettings = Pick<Environment<'notify'>, 'PUBLIC_URL' | 'LANGUAGE' | 'TIME_ZONE'>;

/**
 * The texts of a notification, for mail and Slack.
 * @param lines maximum per section
 */
export function notificationView(
  notification: Notification,
  env: NotifySettings,
  lines: number,
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
    link: handoverLink(env.PUBLIC_URL, { lead: dossier.lead, number, token }),
    isRepeat,
    ...(isLate && { lateSince: timesIn(language, env.TIME_ZONE, now).moment(trigger.at) }),
    isAnswered,
    ...(followUp && { followUp: followUpLines(language, followUp, story.who) }),
    ...(mention !== undefined && { mention }),
  };
}

/** The member of the team who answered, or else the one the lead went to. */
export function responsiblePerson({ handover, playbook }: Notification): SalesPerson | undefined {
  const { sales } = playbook;
  const key = sales && (memberOf(sales, handover.answer?.by) ?? memberOf(sales, handover.to));
  return key === undefined ? undefined : sales.team[key];
}

function followUpOf(notification: Notification, env: NotifySettings): FollowUp | undefined {
  const { trigger, lead, handover, playbook, now } = notification;
  const name = responsiblePerson(notification)?.name;
  const person = name === undefined ? {} : { person: name };
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
    case 'overdue': {
      const { agreement } = playbook;
      const times = timesIn(env.LANGUAGE, env.TIME_ZONE, now);
      return {
        kind: trigger.level,
        waited: workingHoursBetween(handover.openedAt, now, agreement),
        agreed: agreement.acceptWithinHours,
        aDay: hoursPerDay(agreement),
        since: times.moment(handover.openedAt),
        managerAt: times.moment(escalatesAt(handover, agreement)),
        ...person,
      };
    }
  }
}
