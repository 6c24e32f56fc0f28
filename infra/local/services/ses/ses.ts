import { randomUUID } from 'node:crypto';
import type { Clock, Part } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { Resource } from '../../template/resource.ts';
import { type Service, ServiceError } from '../service.ts';
import { configurationSets } from './configuration-set.ts';
import { dueReports } from './due-reports.ts';
import { startInbox } from './inbox.ts';
import { type Mail, parseMail } from './mail.ts';
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
  host?: string;
  inboxPort: number;
  /** The sending quota; else the one in the journal, else the default. */
  quota?: SendingQuota | undefined;
  /** Puts a report of SES on the default bus. */
  report(detailType: string, detail: object): void;
}

export interface Ses extends Service {
  inboxUrl: string;
  quota: ReturnType<typeof sendingQuota>;
  /** Sends the delayed reports. */
  part: Part;
  /** Accepted mails, oldest first, to `to` (any address if empty) and since `since` (ISO). */
  mails(to?: string, since?: string): Mail[];
}

/** SES: accepts mails, shows them in the inbox, and reports their delivery. */
export async function startSes(context: SesContext): Promise<Ses> {
  const { journal, clock, accountId } = context;
  const sets = configurationSets(context.resources);
  const quota = sendingQuota(context);
  if (context.quota) quota.set(context.quota);
  const due = dueReports(context, context.report);
  const inbox = await startInbox(context.host ?? '127.0.0.1', context.inboxPort);
  for (const { mail, raw } of journal.all<MailRow>('SELECT mail, raw FROM mails ORDER BY rowid')) {
    await inbox.show(Buffer.from(raw), JSON.parse(mail));
  }

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
      journal.run(
        'INSERT INTO mails (id, mail, raw) VALUES (?, ?, ?)',
        mail.id,
        JSON.stringify({ ...mail, tags: sent.tags }),
        raw,
      );
      for (const event of reportsOf(sent)) {
        if (reports?.has(event.report)) due.add(event);
      }
    });
    await inbox.show(raw, received);
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
    inboxUrl: inbox.url,
    quota,
    part: { pending: () => 0, nextDue: due.nextDue, runDue: due.runDue, stop: inbox.stop },
    mails(to = '', since = '') {
      const rows = journal.all<MailRow>(
        `SELECT mail FROM mails WHERE mail ->> 'at' >= ?1 AND (?2 = '' OR EXISTS (
          SELECT 1 FROM json_each(mail, '$.to') WHERE lower(value) = ?2)) ORDER BY rowid`,
        since,
        to.toLowerCase(),
      );
      return rows.map(({ mail }): Mail => JSON.parse(mail));
    },
  };
}

interface MailRow {
  mail: string;
  raw: Uint8Array;
}

function refuse(message: string): never {
  throw new ServiceError('MessageRejected', message);
}
