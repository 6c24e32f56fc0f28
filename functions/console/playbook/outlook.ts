import { dayOf } from '../../../shared/domain/time.ts';
import { countEnrolled } from '../../../shared/usecases/playbook/count-enrolled.ts';
import type { Outlook } from '../../../shared/web/console/playbook/newsletter/form.tsx';
import type { PlaybookPageSystem } from './playbook-page-system.ts';

/** What the page of the newsletter shows besides its issues; nothing for other parts. */
export async function outlookOf(
  { directory, now, table }: Pick<PlaybookPageSystem, 'directory' | 'now' | 'table'>,
  part: string,
): Promise<Outlook> {
  const today = dayOf(now());
  if (part !== 'newsletter') return { today, readers: {}, due: {} };
  const rows = await directory()
    .then((all) => [...all.rows.values()])
    .catch(() => []);
  const readers: Record<string, number> = {};
  for (const { band, stage, subjects } of rows) {
    const isReader = stage === 'lead' || stage === 'name';
    if (isReader && subjects.some((one) => one === '*' || one === 'newsletter'))
      readers[band] = (readers[band] ?? 0) + 1;
  }
  const { byDay } = await countEnrolled(table);
  return { today, readers, due: byDay };
}
