import type { Environment } from '../../shared/contract/environment.ts';
import type { Slack } from '../../shared/gateways/handover/slack.ts';
import type { Mailer, OutgoingMail } from '../../shared/gateways/nurture/mailer.ts';
import type { Notification, SendNotification } from '../../shared/usecases/handover/notify-sales.ts';
import { crowdView } from '../../shared/web/handover/dossier/crowd.ts';
import { crowdHtml, crowdText } from '../../shared/web/handover/dossier/mail/crowd-mail.tsx';
import { mailHtml, mailSubject } from '../../shared/web/handover/dossier/mail/mail-html.tsx';
import { mailText } from '../../shared/web/handover/dossier/mail/mail-text.ts';
import { type NotificationView, sentBecause } from '../../shared/web/handover/dossier/notification.ts';
import { cut } from '../../shared/web/handover/dossier/outside-text.ts';
import { slackCrowd, slackMessage } from '../../shared/web/handover/dossier/slack.ts';
import { type NotifySettings, notificationView, responsiblePerson } from './notification-view.ts';

type Addresses = Pick<Environment<'notify'>, 'SALES' | 'MANAGER'>;

/** Sends one mail to all recipients. */
export function byMail(mailer: Mailer, env: NotifySettings & Addresses): SendNotification {
  return (notifications) => {
    const [first] = notifications;
    const to = [...new Set(notifications.flatMap((one) => recipients(one, env)))];
    const { lead, handover } = first;
    if (notifications.length > 1)
      return mailer.send({ from: 'Kansrijk', to, ...crowdMail(notifications, env) });
    const view = notificationView(first, env, 8);
    return mailer.send({
      ...{ from: 'Kansrijk', to },
      subject: mailSubject(view),
      html: mailHtml(view),
      text: mailText(view),
      headers: { 'X-Kansrijk-Handover': `${lead.id}.${handover.number}` },
      tags: { lead: lead.id, handover: String(handover.number) },
    });
  };
}

function crowdMail(notifications: Notifications, env: NotifySettings): Omit<OutgoingMail, 'from' | 'to'> {
  const views = viewsOf(notifications, env);
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

type Notifications = Parameters<SendNotification>[0];
type Views = readonly [NotificationView, ...NotificationView[]];

function viewsOf([first, ...others]: Notifications, env: NotifySettings): Views {
  return [notificationView(first, env, 1), ...others.map((one) => notificationView(one, env, 1))];
}

/** All addresses of sales and the person responsible; only the manager when it is escalated. */
function recipients(notification: Notification, { SALES, MANAGER }: Addresses): string[] {
  const { trigger } = notification;
  if (trigger.kind === 'overdue' && trigger.level === 'manager') return [MANAGER];
  const email = responsiblePerson(notification)?.email;
  return [...new Set([...SALES, ...(email === undefined ? [] : [email])])];
}
