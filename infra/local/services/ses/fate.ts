import type { Report } from './configuration-set.ts';

/**
 * What becomes of a mail to an address, in order. The addresses of SES's mailbox simulator meet their fate.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 */
export function fateOf(address: string): { report: Report; subType?: string }[] {
  const [, mailbox = ''] = /^([a-z]+)(?:\+[^@]*)?@simulator\.amazonses\.com$/i.exec(address) ?? [];
  switch (mailbox.toLowerCase()) {
    case 'bounce':
      return [{ report: 'bounce', subType: 'General' }];
    case 'suppressionlist':
      return [{ report: 'bounce', subType: 'OnAccountSuppressionList' }];
    case 'complaint':
      return [{ report: 'delivery' }, { report: 'complaint' }];
    default:
      return [{ report: 'delivery' }];
  }
}
