import type { Environment } from '../../shared/contract/environment.ts';
import type { Slack } from '../../shared/gateways/handover/slack.ts';
import type { Mailer } from '../../shared/gateways/nurture/mailer.ts';
import type { Notification, SendNotification } from '../../shared/usecases/handover/notify-sales.ts';
import { mailHtml, mailSubject } from '../../shared/web/handover/dossier/mail-html.tsx';
import { mailText } from '../../shared/web/handover/dossier/mail-text.ts';
import { slackMessage } from '../../shared/web/handover/dossier/slack.ts';
import { type NotifySettings, notificationView, responsiblePerson } from './notification-view.ts';

type Addresses = Pick<Environment<'notify'>, 'SALES' | 'MANAGER'>;

/** Sends one mail to all recipients. */
export function byMail(mailer: Mailer, env: NotifySettings & Addresses): SendNotification {
  return (notification) => {
    const view = notificationView(notification, env, 8);
    const { lead, handover } = notification;
    return mailer.send({
      from: 'Kansrijk',
      to: recipients(notification, env),
      subject: mailSubject(view),
      html: mailHtml(view),
      text: mailText(view),
      headers: { 'X-Kansrijk-Handover': `${lead.id}.${handover.number}` },
      tags: { lead: lead.id, handover: String(handover.number) },
    });
  };
}

/** Posts one message in the channel of the webhook. */
export function bySlack(slack: Slack, env: NotifySettings): SendNotification {
  return (notification) => slack.post(slackMessage(notificationView(notification, env, 4)));
}

/** All addresses of sales and the person responsible; only the manager when it is escalated. */
function recipients(notification: Notification, { SALES, MANAGER }: Addresses): string[] {
  const { trigger } = notification;
  if (trigger.kind === 'overdue' && trigger.level === 'manager') return [MANAGER];
  const email = responsiblePerson(notification)?.email;
  return [...new Set([...SALES, ...(email === undefined ? [] : [email])])];
}
