import { ownerOf } from '../../domain/handover/owner.ts';
import { withOwnAddress } from '../../domain/handover/routing/own-address.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { listPeople } from '../../store/console/people.ts';
import type { Table } from '../../store/table.ts';
import type { HandoverWithDossier } from './read-dossier.ts';

/**
 * The playbook with the address of whoever has a lead: for whom it has none, the one under which they work in the console.
 * Reads who works there only when it is needed.
 */
export async function withOwnersAddress(
  table: Table,
  { handover, playbook }: Pick<HandoverWithDossier, 'handover' | 'playbook'>,
): Promise<Playbook> {
  const { sales } = playbook;
  const member = ownerOf(handover, sales);
  if (member === undefined || sales.team[member]?.email !== undefined) return playbook;
  return { ...playbook, sales: withOwnAddress(sales, member, await listPeople(table)) };
}
