import { randomUUID } from 'node:crypto';
import type { Clock, Part } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Resource } from '../../template/resource.ts';
import { type Service, ServiceError } from '../service.ts';
import { configurationSets } from './configuration-set.ts';
import { dueReports } from './due-reports.ts';
import { parseMail } from './mail.ts';
import { type MailArchive, openMailArchive } from './mail-archive.ts';
import { members, type Query, tagMembers, xmlResponse } from './query.ts';
import { reportsOf } from './report.ts';
import { type SendingQuota, sendingQuota } from './sending-quota.ts';

const MAX_MAIL_BYTES = 10 * 1024 * 1024;
const MAX_RECIPIENTS = 50;

interface SesContext {
  resources: readonly Resource[];
  journal: Journal;
  clock: Clock;
  accountId: string;
  /** The sending quota; else the one in the journal, else the default. */
  quota?: SendingQuota | undefined;
  /** Puts a report of SES on the default bus. */
  report(detailType: string, detail: object): void;
}

export interface Ses extends Service {
  mails: MailArchive;
  quota: ReturnType<typeof sendingQuota>;
  /** Sends the delayed reports. */
  part: Part;
}

/** SES: accepts and keeps mails, and reports their delivery. */
export function openSes(context: SesContext): Ses {
  const { journal, clock, accountId } = context;
  const sets = configurationSets(context.resources);
  const quota = sendingQuota(context);
  if (context.quota) quota.set(context.quota);
  const due = dueReports(context, context.report);
  const mails = openMailArchive(journal);

  async function accept(query: Query, raw: Buffer): Promise<string> {
    if (raw.length > MAX_MAIL_BYTES) refuse(`Message length is more than ${MAX_MAIL_BYTES} bytes long`);
    const received = {
      id: `01020${clock.now()}-${randomUUID()}-000000`,
      at: new Date(clock.now()).toISOString(),
    };
    const mail = await parseMail(raw, { ...received, to: members(query, 'Destinations') });
    if (!mail.from) refuse('Missing required header From.');
    if (mail.to.length === 0) refuse('Missing required header To.');
    if (mail.to.length > MAX_RECIPIENTS) refuse(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
    const sent = {
      mail,
      accountId,
      configurationSet: query.ConfigurationSetName ?? '',
      tags: tagMembers(query),
    };
    const reports = sets.get(sent.configurationSet);
    if (sent.configurationSet && !reports) {
      const message = `Configuration set <${sent.configurationSet}> does not exist.`;
      throw new ServiceError('ConfigurationSetDoesNotExist', message);
    }
    journal.transaction(() => {
      quota.use(mail.to);
      mails.keep({ ...mail, tags: sent.tags }, raw);
      for (const event of reportsOf(sent)) {
        if (reports?.has(event.report)) due.add(event);
      }
    });
    return `<MessageId>${mail.id}</MessageId>`;
  }

  const operations: Record<string, (query: Query) => Promise<string>> = {
    SendRawEmail: (query) => accept(query, Buffer.from(query['RawMessage.Data'] ?? '', 'base64')),
    GetSendQuota: async () => quota.xml(),
  };

  return {
    name: 'ses',
    async call(operation, query: Query) {
      const carryOut = operations[operation];
      if (!carryOut) throw new ServiceError('InvalidAction', `The twin does not run ${operation} of SES`);
      return xmlResponse(operation, randomUUID(), await carryOut(query));
    },
    mails,
    quota,
    part: { pending: () => 0, nextDue: due.nextDue, runDue: due.runDue, stop: async () => {} },
  };
}

function refuse(message: string): never {
  throw new ServiceError('MessageRejected', message);
}
