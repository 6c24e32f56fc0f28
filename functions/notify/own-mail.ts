import type { Mailer } from '../../shared/gateways/nurture/mailer.ts';
import type { PersonalLink } from '../../shared/store/handover/personal-links.ts';
import type { Notification, SendNotification } from '../../shared/usecases/handover/notify-sales.ts';
import { crowdMail, leadMail, type Notifications } from './channels.ts';
import { type NotifySettings, type OwnLink, responsiblePerson } from './notification-view.ts';

/**
 * Mails whoever has a lead at their own address, in their own language, with a link for them alone.
 * @param tokenOf makes the token of a person's link to a hand-over, or gives the one that was made before
 */
export function byOwnMail(
  mailer: Mailer,
  env: NotifySettings,
  tokenOf: (link: PersonalLink) => Promise<string>,
): SendNotification {
  return async (notifications) => {
    const theirs = Map.groupBy(notifications.filter(isForPerson), (one) => responsiblePerson(one)?.member);
    let sent = 0;
    for (const about of theirs.values()) {
      const [first] = about;
      const person = first && responsiblePerson(first);
      if (person?.email === undefined) continue;
      const links = await Promise.all(about.map((one) => ownLinkOf(one, person.member, tokenOf)));
      const settings = { ...env, ...(person.language && { LANGUAGE: person.language }) };
      const [one, ...others] = about as unknown as Notifications;
      const mail =
        others.length > 0 ? crowdMail([one, ...others], settings, links) : leadMail(one, settings, links[0]);
      try {
        await mailer.send({ from: 'Kansrijk', to: [person.email], ...mail });
      } catch (error) {
        // Others got theirs: what is tried again says that it may come twice.
        throw sent > 0 ? new Error('some of several mails were sent', { cause: error }) : error;
      }
      sent += 1;
    }
  };
}

/** Of what goes to the manager, whoever let it wait hears nothing more. */
function isForPerson({ trigger }: Notification): boolean {
  return trigger.kind !== 'overdue' || trigger.level !== 'manager';
}

async function ownLinkOf(
  { lead, handover: { number } }: Notification,
  member: string,
  tokenOf: (link: PersonalLink) => Promise<string>,
): Promise<OwnLink> {
  return { member, token: await tokenOf({ lead: lead.id, number, member }) };
}
