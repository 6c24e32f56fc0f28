import { playbookCommand } from '../../../shared/contract/playbook-commands.ts';
import type { Instant } from '../../../shared/domain/time.ts';
import type { Mailer } from '../../../shared/gateways/nurture/mailer.ts';
import type { PlaybookFunction } from '../../../shared/gateways/playbook/playbook-function.ts';
import { countReads } from '../../../shared/store/counted-reads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { directorySource } from '../../../shared/usecases/identity/directory/directory-source.ts';

/** The function `playbook`, in this process: what it needs is loaded with the first command. It sends no mail unless given how. */
export function playbookInProcess(
  system: { table: Table; now: () => Instant },
  mailer: Mailer = { send: () => Promise.reject(new Error('no mailer')) },
): PlaybookFunction {
  const reads = countReads(system.table);
  const directory = directorySource({ ...system, table: reads });
  const trial = { reads, directory, elapsed: () => performance.now() };
  return async (command) => {
    const { doCommand } = await import('../../../shared/usecases/playbook/work/do-command.ts');
    const addresses = { publicUrl: 'https://kansrijk.test', websiteUrl: 'https://www.kansrijk.test' };
    const passed = playbookCommand.parse(JSON.parse(JSON.stringify(command)));
    return (await doCommand({ ...system, mailer, ...trial, ...addresses }, passed)) as never;
  };
}
