import type { Environment } from '../../shared/contract/environment.ts';
import type { Mailer } from '../../shared/gateways/mailer.ts';
import type { Slack } from '../../shared/gateways/slack.ts';
import type { News, Tell } from '../../shared/usecases/handover/notify-sales.ts';
import { mailHtml, mailSubject } from '../../shared/web/handover/dossier/mail.tsx';
import { slackMessage } from '../../shared/web/handover/dossier/slack.ts';
import { mailText } from '../../shared/web/handover/dossier/text.ts';
import { notificationOf, type Telling, whoIsMeant } from './notification-of.ts';

type Addresses = Pick<Environment<'notify'>, 'SALES' | 'MANAGER'>;

/** One mail to everybody whom it concerns. */
export function byMail(mailer: Mailer, env: Telling & Addresses): Tell {
  return (news) => {
    const notification = notificationOf(news, env, 8);
    const { lead, handover } = news;
    return mailer.send({
      from: 'Kansrijk',
      to: receivers(news, env),
      subject: mailSubject(notification),
      html: mailHtml(notification),
      text: mailText(notification),
      headers: { 'X-Kansrijk-Handover': `${lead.id}.${handover.number}` },
      tags: { lead: lead.id, handover: String(handover.number) },
    });
  };
}

/** One message in the channel of the webhook. */
export function bySlack(slack: Slack, env: Telling): Tell {
  return (news) => slack.post(slackMessage(notificationOf(news, env, 4)));
}

/** All of sales, and who of the team has the lead; or the manager alone, of whom sales was warned. */
function receivers(news: News, { SALES, MANAGER }: Addresses): string[] {
  const { happened } = news;
  if (happened.kind === 'overdue' && happened.level === 'manager') return [MANAGER];
  const own = whoIsMeant(news)?.email;
  return [...new Set([...SALES, ...(own === undefined ? [] : [own])])];
}
