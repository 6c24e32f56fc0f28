import { EventBus, type IEventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as ses from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { CfnOutput } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

const { EmailSendingEvent } = ses;

/** The sender's identity at SES, and SES's reports about delivery. */
export class Mail extends Construct {
  readonly identity: ses.EmailIdentity;
  readonly configurationSet: ses.ConfigurationSet;
  private readonly bus: IEventBus;

  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id);
    const domain = settings.sender.slice(settings.sender.lastIndexOf('@') + 1);
    this.configurationSet = new ses.ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: settings.stackName,
      reputationMetrics: true,
      // Our own list opens again for a person who comes back; a second list that does not know of it would swallow the mail.
      disableSuppressionList: true,
    });
    this.bus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    // No opens and clicks: SES would rewrite the links, and our mails count them already.
    this.configurationSet.addEventDestination('Reports', {
      destination: ses.EventDestination.eventBus(this.bus),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    this.identity = new ses.EmailIdentity(this, 'Identity', {
      identity: ses.Identity.domain(domain),
      configurationSet: this.configurationSet,
      mailFromDomain: `bounce.${domain}`,
      feedbackForwarding: false,
    });
    this.outputDnsRecords(domain);
  }

  /** Sends the reports about mails to leads to a function. Mails to sales have no tag `mail`. */
  report({ to, undelivered }: { to: IFunction; undelivered: IQueue }): void {
    new Rule(this, 'Reported', {
      eventBus: this.bus,
      description: 'What became of mails to leads',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          mail: {
            tags: {
              'ses:configuration-set': [this.configurationSet.configurationSetName],
              mail: Match.exists(),
            },
          },
        },
      },
      targets: [new LambdaFunction(to, { deadLetterQueue: undelivered })],
    });
  }

  private outputDnsRecords(domain: string): void {
    const records = this.identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`);
    records.push(`bounce.${domain} MX 10 feedback-smtp.${this.identity.stack.region}.amazonses.com`);
    records.push(`bounce.${domain} TXT "v=spf1 include:amazonses.com ~all"`);
    records.push(`_dmarc.${domain} TXT "v=DMARC1; p=none;"`);
    for (const [index, value] of records.entries()) {
      new CfnOutput(this, `Record${index + 1}`, { value, description: 'Add this record to your DNS' });
    }
  }
}
