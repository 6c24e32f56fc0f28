import type { Environment } from '../../shared/contract/environment.ts';
import type { Slack } from '../../shared/gateways/handover/slack.ts';
import type { Mailer, OutgoingMail } from '../../shared/gateways/nurture/mailer.ts';
import type { Notification, SendNotification } from '../../shared/usecases/handover/notify-sales.ts';
import { crowdView } from '../../shared/web/handover/dossier/follow-up/crowd.ts';
import { crowdHtml, crowdText } from '../../shared/web/handover/dossier/mail/crowd-mail.tsx';
import { mailHtml, mailSubject } from '../../shared/web/handover/dossier/mail/mail-html.tsx';
import { mailText } from '../../shared/web/handover/dossier/mail/mail-text.ts';
import { type NotificationView, sentBecause } from '../../shared/web/handover/dossier/notification.ts';
import { cut } from '../../shared/web/handover/dossier/outside-text.ts';
import { slackCrowd, slackMessage } from '../../shared/web/handover/dossier/slack.ts';
import {
  type NotifySettings,
  notificationView,
  type OwnLink,
  responsiblePerson,
} from './notification-view.ts';

type Addresses = Pick<Environment<'notify'>, 'SALES' | 'MANAGER'>;

/** Sends one mail to all recipients. */
export function byMail(mailer: Mailer, env: NotifySettings & Addresses): SendNotification {
  return (notifications) => {
    const [first] = notifications;
    const to = [...new Set(notifications.flatMap((one) => recipients(one, env)))];
    if (to.length === 0) return Promise.resolve();
    const mail = notifications.length > 1 ? crowdMail(notifications, env) : leadMail(first, env);
    return mailer.send({ from: 'Kansrijk', to, ...mail });
  };
}

/** The mail about one lead. */
export function leadMail(
  one: Notification,
  env: NotifySettings,
  own?: OwnLink,
): Omit<OutgoingMail, 'from' | 'to'> {
  const { lead, handover } = one;
  const view = notificationView(one, env, 8, own);
  return {
    subject: mailSubject(view),
    html: mailHtml(view),
    text: mailText(view),
    headers: { 'X-Kansrijk-Handover': `${lead.id}.${handover.number}` },
    tags: { lead: lead.id, handover: String(handover.number) },
  };
}

/** The mail about several leads. */
export function crowdMail(
  notifications: Notifications,
  env: NotifySettings,
  own?: readonly OwnLink[],
): Omit<OutgoingMail, 'from' | 'to'> {
  const views = viewsOf(notifications, env, own);
  const view = crowdView(views);
  const because = sentBecause(views[0]);
  return {
    subject: cut(view.subject, 150),
    html: crowdHtml(view, env.LANGUAGE, because),
    text: crowdText(view, because),
    headers: {},
    tags: { crowd: String(views.length) },
  };
}

/** Posts one message in the channel of the webhook. */
export function bySlack(slack: Slack, env: NotifySettings): SendNotification {
  return (notifications) =>
    slack.post(
      notifications.length > 1
        ? slackCrowd(crowdView(viewsOf(notifications, env)))
        : slackMessage(notificationView(notifications[0], env, 4)),
    );
}

export type Notifications = Parameters<SendNotification>[0];
type Views = readonly [NotificationView, ...NotificationView[]];

function viewsOf(
  [first, ...others]: Notifications,
  env: NotifySettings,
  [own, ...more]: readonly OwnLink[] = [],
): Views {
  const rest = others.map((one, n) => notificationView(one, env, 1, more[n]));
  return [notificationView(first, env, 1, own), ...rest];
}

/** All addresses of sales; only the manager when it is escalated, and nobody when it is for one person who has an address. */
function recipients(notification: Notification, { SALES, MANAGER }: Addresses): string[] {
  const { trigger } = notification;
  if (trigger.kind === 'overdue' && trigger.level === 'manager') return [MANAGER];
  const email = responsiblePerson(notification)?.email;
  const isTheirs = trigger.kind === 'assigned' || trigger.kind === 'call';
  if (isTheirs && email !== undefined) return [];
  return SALES.filter((address) => address !== email);
}
