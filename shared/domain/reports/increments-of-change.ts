import type { Handover } from '../handover/handover.ts';
import { isErased, type Lead, type LeadImage, STAGES, type Stage } from '../identity/lead.ts';
import { nameInReports } from '../name-in-reports.ts';
import {
  type Amount,
  amountsOfAnswers,
  type Criterion,
  criteriaOf,
  criteriaOfReturn,
  firstAnswerOf,
  isAnswerCount,
  took,
  valueAmounts,
} from './amounts-of-answers.ts';
import { incrementsOfOrigin } from './moved-origin.ts';
import type { Step } from './steps.ts';
import { cellName, type Increment } from './totals.ts';

/** What a metric counts under. */
type Counted = { playbook: number; origin?: { form?: string; campaign?: string } };

/**
 * What a change of a lead's record adds to the reports: moves between cells, and each metric of the funnel by form,
 * campaign and version of the playbook. Empty for most changes; the same change always gives the same increments.
 */
export function incrementsOfChange(before: LeadImage, after: LeadImage): Increment[] {
  const old = before === undefined || isErased(before) ? undefined : before;
  const now = after === undefined || isErased(after) ? undefined : after;
  const cells = cellIncrements(old, now);
  return now === undefined
    ? cells
    : [...cells, ...(isCorrected(old, now) ? corrections(old, now) : told(old, now)), ...ofEarlier(old, now)];
}

/** Whether it only corrects what sales answered, or takes it back. */
function isCorrected(old: Lead | undefined, now: Lead): old is Lead & { handover: Handover } {
  const { number, corrections } = now.handover ?? {};
  return (
    old?.handover !== undefined && old.handover.number === number && old.handover.corrections !== corrections
  );
}

/** Takes all that was counted of the hand-over off again, and counts what is right. */
function corrections(old: Lead & { handover: Handover }, now: Lead): Increment[] {
  const undone = amountsOfAnswers(old).map(([metric, by]): Amount => [metric, -by]);
  const member = old.handover.to ?? '';
  return [
    { dimension: 'playbook', of: String(old.handover.playbook), metric: 'corrected', by: 1 },
    ...firstAnswerOf(old).map(
      ([metric, by]): Increment => ({ dimension: 'member', of: member, metric, by: -by }),
    ),
    ...firstAnswerOf(now).map(([metric, by]): Increment => ({ dimension: 'member', of: member, metric, by })),
    ...[...undone, ...amountsOfAnswers(now)].flatMap((one) => ofHandover(one, now, old.handover)),
    ...ofCriteria(criteriaOf(old), -1),
    ...ofCriteria(criteriaOf(now), 1),
  ];
}

/** Counts an answer about an earlier hand-over as it is right, under the names of that hand-over. */
function ofEarlier(old: Lead | undefined, { corrected }: Lead): Increment[] {
  if (old === undefined || corrected === undefined || corrected.action === old.corrected?.action) return [];
  const { playbook, to = '', origin, was, is } = corrected;
  if (playbook === undefined) return [];
  const times: Increment = { dimension: 'playbook', of: String(playbook), metric: 'corrected', by: 1 };
  if (was === undefined || is === undefined) return [times];
  const amounts: Amount[] = [
    [`returned.${was.reason}`, -1],
    [`returned.${is.reason}`, 1],
  ];
  return [
    times,
    ...amounts.map(([metric, by]): Increment => ({ dimension: 'member', of: to, metric, by })),
    ...amounts.flatMap((one) => byDimension(one, { playbook, ...(origin && { origin }) })),
    ...ofCriteria(criteriaOfReturn(was), -1),
    ...ofCriteria(criteriaOfReturn(is), 1),
  ];
}

function ofCriteria(criteria: readonly Criterion[], by: number): Increment[] {
  return criteria.map(({ of, metric }) => ({ dimension: 'criterion', of: nameInReports(of), metric, by }));
}

function told(old: Lead | undefined, now: Lead): Increment[] {
  return [...funnelIncrements(old, now), ...criterionIncrements(old, now), ...incrementsOfOrigin(old, now)];
}

function cellIncrements(old: Lead | undefined, now: Lead | undefined): Increment[] {
  const [from, to] = [old && cellName(old), now && cellName(now)];
  if (from === to) return [];
  const count = (of: string | undefined, by: number): Increment[] =>
    of === undefined ? [] : [{ dimension: 'cell', of, metric: 'here', by }];
  return [...count(from, -1), ...count(to, 1)];
}

function funnelIncrements(old: Lead | undefined, now: Lead): Increment[] {
  // An answer counts for the hand-over it is about, even when the same write opens the next one.
  const ofSales = answerAmounts(old, now);
  const answers = [...ofSales, ...progressAmounts(old, now)];
  const arrivals = arrivalAmounts(old, now);
  const opened = isOpened(old, now) ? now.handover.playbook : undefined;
  return [
    ...ofMember(old, now, ofSales),
    ...answers.flatMap((amount) => ofHandover(amount, now, old?.handover ?? now.handover)),
    ...arrivals.flatMap((amount) => byDimension(amount, { ...now, playbook: opened ?? now.playbook })),
  ];
}

/** How the member of the team who has a hand-over answers it, and how fast. The name is empty for nobody. */
function ofMember(old: Lead | undefined, now: Lead, answers: readonly Amount[]): Increment[] {
  const before = old?.handover;
  if (before === undefined) return [];
  const after = now.handover?.number === before.number ? now.handover : undefined;
  const at = after?.answer?.at ?? now.returned?.at ?? now.changedAt;
  const own = answers.filter(([metric]) => isAnswerCount(metric) || metric === 'kept' || metric === 'late');
  const isFirst = before.status === 'open' && own.some(([metric]) => isAnswerCount(metric));
  const amounts = isFirst ? [...own, ...took('handover>answer', before.openedAt, at)] : own;
  return amounts.map(([metric, by]) => ({ dimension: 'member', of: before.to ?? '', metric, by }));
}

/** What is answered counts under the playbook and the origin with which the lead was handed over. */
function ofHandover(amount: Amount, { playbook, ...now }: Lead, handover: Handover | undefined): Increment[] {
  const origin = handover?.origin ?? now.origin;
  return byDimension(amount, { playbook: handover?.playbook ?? playbook, ...(origin && { origin }) });
}

/** The name is empty without a form (an import) or a campaign (a direct visit). */
function byDimension([metric, by]: Amount, { origin, playbook }: Counted): Increment[] {
  return [
    { dimension: 'form', of: nameInReports(origin?.form), metric, by },
    { dimension: 'campaign', of: nameInReports(origin?.campaign), metric, by },
    { dimension: 'playbook', of: String(playbook), metric, by },
  ];
}

function arrivalAmounts(old: Lead | undefined, now: Lead): Amount[] {
  const amounts: Amount[] = [];
  const isNew = old === undefined || old.stage === 'name';
  if (isNew && now.stage !== 'name') amounts.push(['leads', 1]);
  if (isNew && now.stage === 'lead' && old) amounts.push(...took('name>lead', old.stageAt, now.stageAt));
  if (isOpened(old, now)) {
    amounts.push([`entered.${now.handover.reason}`, 1]);
    if (old?.stage === 'lead' && now.stage === 'mql') {
      amounts.push(...took('lead>mql', old.stageAt, now.handover.openedAt));
    }
  }
  const hasCrossed = now.band === 'call' && old?.band !== 'call';
  const isWithMarketing = now.stage === 'name' || now.stage === 'lead';
  if (hasCrossed && now.fit === 'bad' && isWithMarketing && now.handover?.status !== 'open') {
    amounts.push(['held', 1]);
  }
  return amounts;
}

function isOpened(old: Lead | undefined, now: Lead): now is Lead & { handover: Handover } {
  return now.handover !== undefined && now.handover.number !== old?.handover?.number;
}

function answerAmounts(old: Lead | undefined, now: Lead): Amount[] {
  const before = old?.handover;
  if (old === undefined || before === undefined) return [];
  const amounts: Amount[] = [];
  const after = now.handover?.number === before.number ? now.handover : undefined;
  const isReturned = now.returned !== undefined && now.returned.at !== old.returned?.at;
  // An offer that a hand-over replaced never got an answer.
  const isReplaced = after === undefined && !isReturned;
  const isAnswered = before.status === 'open' && !isReplaced && (after?.status !== 'open' || isReturned);
  if (before.told === undefined) {
    if (after?.told !== undefined) amounts.push(['late', 1]);
    else if (isAnswered) amounts.push(['kept', 1]);
  }
  if (before.status === 'open' && after?.status === 'accepted') {
    amounts.push(['accepted', 1], ...took('mql>sal', before.openedAt, after.answer?.at ?? now.changedAt));
  }
  if (isReturned && now.returned) amounts.push([`returned.${now.returned.reason}`, 1]);
  const isLost = now.lost !== undefined && now.lost.at !== old.lost?.at;
  if (isLost) amounts.push(['lost', 1]);
  if ((isReturned || isLost) && progressOf(old.stage) < progressOf('sql')) amounts.push(['dropped', 1]);
  return amounts;
}

function progressAmounts(old: Lead | undefined, now: Lead): Amount[] {
  if (old === undefined || now.stage === 'lost') return [];
  const reached = (stage: Stage) =>
    progressOf(now.stage) >= progressOf(stage) && progressOf(old.stage) < progressOf(stage);
  const step = (name: Step, from: Stage): Amount[] =>
    old.stage === from ? took(name, old.stageAt, now.stageAt) : [];
  const amounts: Amount[] = [];
  if (reached('sql')) amounts.push(['qualified', 1], ...step('sal>sql', 'sal'));
  if (reached('opportunity')) amounts.push(['opportunities', 1], ...step('sql>opportunity', 'sql'));
  if (reached('customer')) {
    amounts.push(['won', 1], ...step('opportunity>customer', 'opportunity'), ...valueAmounts(now.won));
  }
  return amounts;
}

function criterionIncrements(old: Lead | undefined, now: Lead): Increment[] {
  if (now.returned?.reason !== 'bad-fit' || now.returned.at === old?.returned?.at) return [];
  return ofCriteria(criteriaOf(now), 1);
}

/** How far a stage is on the way to a customer. */
function progressOf(stage: Stage): number {
  return stage === 'lost' ? -1 : STAGES.indexOf(stage);
}
