import type { Environment } from '../../shared/contract/environment.ts';
import type { Mailer } from '../../shared/gateways/mailer.ts';
import type { Slack } from '../../shared/gateways/slack.ts';
import type { News, Tell } from '../../shared/usecases/notify-sales.ts';
import { mailHtml, mailSubject } from '../../shared/web/dossier/mail.tsx';
import type { Notification } from '../../shared/web/dossier/notification.ts';
import { slackMessage } from '../../shared/web/dossier/slack.ts';
import { storyOf } from '../../shared/web/dossier/story.ts';
import { mailText } from '../../shared/web/dossier/text.ts';
import { handoverLink } from '../../shared/web/handover/link.ts';

type Telling = Pick<Environment<'notify'>, 'PUBLIC_URL' | 'LANGUAGE' | 'TIME_ZONE'>;

/** One mail to everybody of sales. */
export function byMail(mailer: Mailer, env: Telling & Pick<Environment<'notify'>, 'SALES'>): Tell {
  return (news) => {
    const notification = notificationOf(news, env, 8);
    const { lead, handover } = news.dossier;
    return mailer.send({
      from: 'Kansrijk',
      to: env.SALES,
      subject: mailSubject(notification),
      html: mailHtml(notification),
      text: mailText(notification),
      headers: { 'X-Kansrijk-Handover': `${lead}.${handover.number}` },
      tags: { lead, handover: String(handover.number) },
    });
  };
}

/** One message in the channel of the webhook. */
export function bySlack(slack: Slack, env: Telling): Tell {
  return (news) => slack.post(slackMessage(notificationOf(news, env, 4)));
}

function notificationOf({ dossier, handover, repeat }: News, env: Telling, lines: number): Notification {
  const { number, token } = handover;
  return {
    story: storyOf(dossier, { language: env.LANGUAGE, timeZone: env.TIME_ZONE, lines }),
    link: handoverLink(env.PUBLIC_URL, { lead: dossier.lead, number, token }),
    repeat,
  };
}
