import type { Language } from '../../../domain/language.ts';
import type { HeldMail } from '../../../domain/nurture/pace/held-mail.ts';
import type { Playbook } from '../../../playbook/playbook.ts';

/** What waits among mails, and the sequences that name where. */
export interface MailProps {
  language: Language;
  mail: HeldMail;
  sequences: Playbook['sequences'];
}
