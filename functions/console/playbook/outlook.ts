import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import { upcomingIssues } from '../../../shared/domain/nurture/newsletter-issue.ts';
import type { Issue } from '../../../shared/domain/nurture/sequence.ts';
import type { ToldMistake } from '../../../shared/domain/playbook/mistake.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { countAudience, listedReaders } from '../../../shared/usecases/nurture/count-audience.ts';
import { countEnrolled } from '../../../shared/usecases/playbook/count-enrolled.ts';
import type { Outlook } from '../../../shared/web/console/playbook/newsletter/form.tsx';
import type { PlaybookPageSystem } from './playbook-page-system.ts';

/** So many of the next issues are counted by looking at leads one by one; of later ones the lists of leads say the most. */
const COUNTED = 3;

interface Part {
  part: string;
  value: unknown;
  /** Undefined when it could not be checked. */
  mistakes: readonly ToldMistake[] | undefined;
}

/** What the page of the newsletter shows besides its issues; nothing for other parts. */
export async function outlookOf(
  system: PlaybookPageSystem,
  viewer: Viewer,
  { part, value, mistakes }: Part,
): Promise<Outlook> {
  const today = dayOf(system.now());
  if (part !== 'newsletter') return { today, readers: {}, reach: {}, due: {}, isMore: false };
  const rows = await system
    .directory()
    .then((all) => [...all.rows.values()])
    .catch(() => undefined);
  const readers: Record<string, number> = {};
  for (const { band, stage, subjects } of rows ?? []) {
    const isReader = stage === 'lead' || stage === 'name';
    if (isReader && subjects.some((one) => one === '*' || one === 'newsletter'))
      readers[band] = (readers[band] ?? 0) + 1;
  }
  const isSound = mistakes?.every(({ isWarning }) => isWarning) ?? false;
  const isCounted = isSound && rows !== undefined && Array.isArray(value);
  const [{ byDay, isMore }, reach] = await Promise.all([
    countEnrolled(system.table),
    // The check has found that they are issues.
    isCounted ? reachOf(system, viewer, value as Issue[]) : {},
  ]);
  return { today, readers, reach, due: byDay, isMore };
}

async function reachOf(
  system: PlaybookPageSystem,
  viewer: Viewer,
  issues: readonly Issue[],
): Promise<Outlook['reach']> {
  const { rows } = await system.directory();
  const coming = upcomingIssues(issues, system.now()).toSorted((a, b) => a.on.localeCompare(b.on));
  const next = new Set(coming.slice(0, COUNTED));
  const each = issues.map(async (issue, index) => {
    const reach = next.has(issue)
      ? await countAudience(system, viewer, issue)
      : { listed: listedReaders(rows.values(), issue).length };
    return [index, reach] as const;
  });
  return Object.fromEntries(await Promise.all(each));
}
