import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { type Day, dayOf, isDay, plus, TWO_YEARS_MS } from '../../domain/time.ts';
import { absencesOf, putAbsences } from '../../store/handover/absences.ts';
import { recordLog } from '../console/record-log.ts';
import type { ReadSystem } from '../lead-system.ts';

/** The first and the last day of an absence. */
export interface Period {
  from: string;
  to: string;
}

/** `not-in-team`: the playbook names nobody with the viewer's key. `days`: it ends before it begins, or is over already. `far`: a day is more than two years from now. `many`: twenty are ahead already. */
export type AwayResult = 'done' | 'not-in-team' | 'days' | 'far' | 'many';

/** A person has few absences ahead: more are a mistake. */
const MOST = 20;

/** The days on which a viewer is away, as said in the console; those that are over are left out. */
export async function readAway({ table, now }: ReadSystem, { member }: Viewer): Promise<Period[]> {
  if (member === undefined) return [];
  const own = (await absencesOf(table))[member] ?? [];
  return own.filter(({ to }) => to >= dayOf(now()));
}

/** Others get the turn from the first day of an absence to its last, and it is logged who said so. Saying it twice changes nothing. */
export async function beAway(system: ReadSystem, viewer: Viewer, { from, to }: Period): Promise<AwayResult> {
  assertMay(viewer, 'answer-for-sales');
  const { member } = viewer;
  const { team } = (await system.playbook()).sales;
  if (member === undefined || !Object.hasOwn(team, member)) return 'not-in-team';
  const now = system.now();
  if (!isDay(from) || !isDay(to) || to < from || to < dayOf(now)) return 'days';
  const [first, last] = [-TWO_YEARS_MS, TWO_YEARS_MS].map((ms) => dayOf(plus(now, ms))) as [Day, Day];
  if (from < first || to > last) return 'far';
  const known = await readAway(system, viewer);
  const others = known.filter((one) => one.from !== from || one.to !== to);
  if (others.length >= MOST) return 'many';
  await recordLog(system, { who: viewer.email }, { kind: 'absence-changed', about: member, detail: 'away' });
  await putAbsences(system.table, member, [...others, { from, to }]);
  return 'done';
}

/** Takes back an absence, and it is logged who did. */
export async function beBack(system: ReadSystem, viewer: Viewer, { from, to }: Period): Promise<void> {
  assertMay(viewer, 'answer-for-sales');
  const { member, email } = viewer;
  if (member === undefined) return;
  const known = await readAway(system, viewer);
  const left = known.filter((one) => one.from !== from || one.to !== to);
  if (left.length === known.length) return;
  await recordLog(system, { who: email }, { kind: 'absence-changed', about: member, detail: 'back' });
  await putAbsences(system.table, member, left);
}
