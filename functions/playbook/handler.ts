import { playbookCommand } from '../../shared/contract/playbook-commands.ts';
import { sesMailer } from '../../shared/gateways/nurture/mailer.ts';
import { dynamoDbCall } from '../../shared/gateways/sdk-calls.ts';
import { countReads } from '../../shared/store/counted-reads.ts';
import { connect } from '../../shared/usecases/connect.ts';
import { directorySource } from '../../shared/usecases/identity/directory/directory-source.ts';
import { doCommand } from '../../shared/usecases/playbook/work/do-command.ts';

const { env, log, table, now } = connect('playbook', dynamoDbCall());
const reads = countReads(table);
const system = {
  mailer: sesMailer({ sender: env.SENDER, configurationSet: env.CONFIGURATION_SET }),
  ...{ table, now, publicUrl: env.PUBLIC_URL, websiteUrl: env.WEBSITE_URL },
  ...{ reads, directory: directorySource({ table: reads, now }), elapsed: () => performance.now() },
};

/** Answers one command of the console or the API. @throws when the table refuses: the command may be repeated */
export async function handler(event: unknown) {
  const command = playbookCommand.parse(event);
  const answer = await doCommand(system, command);
  if (answer.result === 'published') await log.info('playbook-published', { version: answer.version });
  if (answer.result === 'refused') await log.warn('test-mail-refused', { why: answer.why });
  return answer;
}
