import type { Environment } from '../../shared/contract/environment.ts';
import { managerFrom } from '../../shared/domain/handover/overdue.ts';
import { memberOf } from '../../shared/domain/handover/routing/member.ts';
import type { SalesPerson } from '../../shared/domain/handover/routing/sales-rules.ts';
import { hoursADay, workingHoursBetween } from '../../shared/domain/handover/working-hours.ts';
import type { News } from '../../shared/usecases/handover/notify-sales.ts';
import type { Notification } from '../../shared/web/handover/dossier/notification.ts';
import { type Occasion, occasionLines } from '../../shared/web/handover/dossier/occasion.ts';
import { storyOf } from '../../shared/web/handover/dossier/story.ts';
import { timesIn } from '../../shared/web/handover/dossier/times.ts';
import { wordsIn } from '../../shared/web/handover/dossier/words.ts';
import { handoverLink } from '../../shared/web/handover/link.ts';

export type Telling = Pick<Environment<'notify'>, 'PUBLIC_URL' | 'LANGUAGE' | 'TIME_ZONE'>;

/** The news as it is told, with so many lines in each part. */
export function notificationOf(news: News, env: Telling, lines: number): Notification {
  const { dossier, handover, repeat } = news;
  const language = env.LANGUAGE;
  const { number, token } = handover;
  const isAnswered = handover.status !== 'open';
  const { forWhom, ...story } = storyOf(dossier, { language, timeZone: env.TIME_ZONE, lines });
  const occasion = occasionOf(news, env);
  const mention = whoIsMeant(news)?.slack;
  return {
    // Whoever answered has it, whomever it was for.
    story: { ...story, ...(forWhom !== undefined && !isAnswered && { forWhom }) },
    link: handoverLink(env.PUBLIC_URL, { lead: dossier.lead, number, token }),
    repeat,
    isAnswered,
    ...(occasion && { occasion: occasionLines(language, occasion, story.who) }),
    ...(mention !== undefined && { mention }),
  };
}

/** Who of the team has the lead: who answered, or else whom it went to. */
export function whoIsMeant({ handover, playbook }: News): SalesPerson | undefined {
  const { sales } = playbook;
  const key = sales && (memberOf(sales, handover.answer?.by) ?? memberOf(sales, handover.to));
  return key === undefined ? undefined : sales.team[key];
}

function occasionOf(news: News, env: Telling): Occasion | undefined {
  const { happened, lead, handover, playbook, now } = news;
  const name = whoIsMeant(news)?.name;
  const person = name === undefined ? {} : { person: name };
  switch (happened.kind) {
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
      const times = timesIn(wordsIn(env.LANGUAGE).locale, env.TIME_ZONE, now);
      return {
        kind: happened.level,
        waited: workingHoursBetween(handover.openedAt, now, agreement),
        agreed: agreement.acceptWithinHours,
        aDay: hoursADay(agreement),
        since: times.moment(handover.openedAt),
        managerAt: times.moment(managerFrom(handover, agreement)),
        ...person,
      };
    }
  }
}
