import type { EventRules } from '../../../../shared/domain/nurture/event/event-rules.ts';
import type { NurtureRules } from '../../../../shared/domain/nurture/plan.ts';
import type { Step } from '../../../../shared/domain/nurture/sequence.ts';
import { nurtureRules, sequence } from '../builders.ts';

/** A webinar on a Tuesday afternoon in Amsterdam, two weeks after `START`. */
export const webinar: EventRules = {
  title: { nl: 'Webinar; scoren', en: 'Webinar, scoring' },
  ...{ start: '2026-11-17 15:00', end: '2026-11-17 16:00', link: 'https://meet.example/scoring' },
  ...{ form: 'webinar', cancelled: false },
};

export const about = (id: string, event: Step['event'], more: Partial<Step> = {}): Step => {
  return { id, mail: id, kind: 'requested', event, ...more };
};

export const webinarSteps: Step[] = [
  { id: 'answer', mail: 'answer', after: '0d', kind: 'requested', calendar: true },
  about('moved', 'moved', { calendar: true }),
  about('cancelled', 'cancelled', { calendar: true }),
  about('reminder', { before: '1d' }, { calendar: true }),
  about('thanks', { after: '1d' }, { kind: 'marketing', when: { attended: true } }),
  about('missed', { after: '1d' }, { kind: 'marketing', when: { attended: false } }),
];

/** The rules of a sequence about the webinar. */
export function webinarRules(event: Partial<EventRules> = {}, steps = webinarSteps): NurtureRules {
  const talk = sequence({ start: { form: 'webinar' }, event: 'talk', steps });
  return { ...nurtureRules(), sequences: { talk }, events: { talk: { ...webinar, ...event } } };
}
