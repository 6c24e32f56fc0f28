import { type MailingRules, mailingRulesSchema } from '../../../../shared/domain/nurture/mailing-rules.ts';

/** The mailing rules of the shipped playbook. */
export const mailingRules: MailingRules = mailingRulesSchema.parse({
  doubleOptIn: true,
  timeZone: 'Europe/Amsterdam',
  hours: { from: '09:00', to: '17:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  cap: { mails: 2, days: 7 },
  late: 'send',
  subjects: {
    tips: { nl: 'Tips', en: 'Tips' },
    newsletter: { nl: 'Nieuwsbrief', en: 'Newsletter' },
    product: { nl: 'Product', en: 'Product' },
  },
  sender: { name: 'Kansrijk' },
  brake: { bounces: 0.02, complaints: 0.0008, minimum: 200 },
});
