import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { presentOn, withAbsences } from '../../domain/handover/routing/present.ts';
import { pickByTurn } from '../../domain/handover/routing/route.ts';
import { dayOf } from '../../domain/time.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { absencesOf } from '../../store/handover/absences.ts';
import { nextInRotation } from '../../store/handover/round-robin.ts';
import { recordLog } from '../console/record-log.ts';
import type { LeadSystem } from '../lead-system.ts';
import { actAsViewer, nameOfViewer } from './act-as-viewer.ts';
import { type DeskSystem, myRows } from './read-desk.ts';

/** Who takes what the viewer has: a colleague by key, or each time whoever is next. */
export const NEXT = 'next';

/** How many leads were passed on, and how many could not be; `nobody`: there is no such colleague. */
export type PassedOn = { result: 'done'; passed: number; left: number } | { result: 'nobody' };

/** So many in one go: more wait for the next press. */
const MOST = 50;

/**
 * Gives all open leads of a viewer to a colleague, or to the colleagues who are there in turn. Pressed twice, or after it
 * broke off, it gives away what is left. The log says how many went to whom, and names each.
 * @param key of the press: the same press gives a lead once
 */
export async function passOn(
  system: LeadSystem & DeskSystem,
  viewer: Viewer,
  { to, why, key }: { to: string; why: string; key: string },
): Promise<PassedOn> {
  assertMay(viewer, 'answer-for-sales');
  const { sales } = await system.playbook();
  const own = nameOfViewer(viewer);
  const present = presentOn(dayOf(system.now()), withAbsences(sales, await absencesOf(system.table)));
  const others = present.filter((person) => person !== own);
  if (to === NEXT ? others.length === 0 : to === own || !Object.hasOwn(sales.team, to))
    return { result: 'nobody' };
  const { rows } = await system.directory();
  const mine = [...myRows(rows.values(), viewer)];
  const count = Math.min(mine.length, MOST);
  if (count > 0)
    await recordLog(system, { who: viewer.email }, { kind: 'leads-passed-on', about: to, count });
  let passed = 0;
  for (const { id } of mine.slice(0, MOST)) {
    const person = to === NEXT ? pickByTurn(others, await nextInRotation(system.table, others)) : to;
    const note = why.trim() === '' ? {} : { note: why.trim().slice(0, 2_000) };
    const request = { action: 'assign', to: person, by: own, ...note } as const;
    const given = await actAsViewer(system, viewer, id, request, digestId(`${key} ${id}`));
    if (given.result === 'done' || given.result === 'repeated') passed += 1;
  }
  return { result: 'done', passed, left: mine.length - passed };
}
