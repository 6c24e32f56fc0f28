import type { Environment } from '../../../contract/environment.ts';
import type { Instant } from '../../../domain/time.ts';
import { sesMailer } from '../../../gateways/nurture/mailer.ts';
import { sesQuota } from '../../../gateways/nurture/ses-quota.ts';
import { randomId } from '../../../gateways/random-id.ts';
import type { Table } from '../../../store/table.ts';
import type { PlaybookSource } from '../../playbook/current-playbook.ts';
import type { MailSender, SendingProblem } from './mail-sender.ts';
import { mailTemplateSource } from './mail-template-source.ts';
import { paceMail } from './pace-mail.ts';

interface SenderParts {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
  /** Logs problems that a person should look into. */
  log: (message: SendingProblem | 'marketing-held-back' | 'requests-held-back', about: object) => void;
}

/** A mail sender that sends through SES. Create one per process. */
export function createMailSender(
  env: Pick<Environment<'timers'>, 'SENDER' | 'CONFIGURATION_SET' | 'PUBLIC_URL' | 'WEBSITE_URL'>,
  { table, now, playbook, log }: SenderParts,
): MailSender {
  return {
    table,
    now,
    playbook,
    templates: mailTemplateSource({ table }),
    publicUrl: env.PUBLIC_URL,
    websiteUrl: env.WEBSITE_URL,
    mailer: sesMailer({ sender: env.SENDER, configurationSet: env.CONFIGURATION_SET }),
    pace: paceMail({
      table,
      now,
      quota: sesQuota(now),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      reportHeld: log,
    }),
    newMailId: randomId,
    report: log,
  };
}
