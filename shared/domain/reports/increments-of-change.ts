import { clean } from '../clean-text.ts';
import type { Handover } from '../handover/handover.ts';
import { type ErasedLead, isErased, type Lead, STAGES, type Stage } from '../identity/lead.ts';
import type { Instant } from '../time.ts';
import { bucketOf, minutesBetween, type Step } from './steps.ts';
import { cellName, type Increment, type Metric } from './totals.ts';

type Image = Lead | ErasedLead | undefined;

/** More of a name than this tells nothing. */
const NAME = 40;

/**
 * What a change of a lead's record adds to the figures: its cell, and each fact of the funnel by form, campaign and
 * version of the playbook. Nothing for most changes. The same change always says the same.
 */
export function incrementsOfChange(before: Image, after: Image): Increment[] {
  const old = before === undefined || isErased(before) ? undefined : before;
  const now = after === undefined || isErased(after) ? undefined : after;
  const cells = movedCell(old, now);
  return now === undefined ? cells : [...cells, ...funnel(old, now), ...criteria(old, now)];
}

function movedCell(old: Lead | undefined, now: Lead | undefined): Increment[] {
  const [from, to] = [old && cellName(old), now && cellName(now)];
  if (from === to) return [];
  const count = (of: string | undefined, by: number): Increment[] =>
    of === undefined ? [] : [{ kind: 'cell', of, fact: 'here', by }];
  return [...count(from, -1), ...count(to, 1)];
}

type MetricIncrement = [fact: Metric, by: number];

function funnel(old: Lead | undefined, now: Lead): Increment[] {
  // What sales says is about the hand-over that it answers, even when the same write opens the next.
  const answered = [...answers(old, now), ...progress(old, now)];
  const opened = arrivals(old, now);
  return [
    ...answered.flatMap((told) => byDimension(told, now, (old?.handover ?? now.handover)?.playbook)),
    ...opened.flatMap((told) =>
      byDimension(told, now, isOpened(old, now) ? now.handover.playbook : undefined),
    ),
  ];
}

/** A lead without a form came by an import, one without a campaign by itself: their names are empty. */
function byDimension(
  [fact, by]: MetricIncrement,
  { origin, playbook }: Lead,
  version = playbook,
): Increment[] {
  return [
    { kind: 'form', of: nameOf(origin?.form), fact, by },
    { kind: 'campaign', of: nameOf(origin?.campaign), fact, by },
    { kind: 'playbook', of: String(version), fact, by },
  ];
}

function arrivals(old: Lead | undefined, now: Lead): MetricIncrement[] {
  const told: MetricIncrement[] = [];
  const isNew = old === undefined || old.stage === 'name';
  if (isNew && now.stage !== 'name') told.push(['leads', 1]);
  if (isNew && now.stage === 'lead' && old) told.push(...took('name>lead', old.stageAt, now.stageAt));
  if (isOpened(old, now)) {
    told.push([`entered.${now.handover.reason}`, 1]);
    if (old?.stage === 'lead' && now.stage === 'mql') {
      told.push(...took('lead>mql', old.stageAt, now.handover.openedAt));
    }
  }
  const hasCrossed = now.band === 'call' && old?.band !== 'call';
  const isMarketings = now.stage === 'name' || now.stage === 'lead';
  if (hasCrossed && now.fit === 'bad' && isMarketings && now.handover?.status !== 'open') {
    told.push(['held', 1]);
  }
  return told;
}

function isOpened(old: Lead | undefined, now: Lead): now is Lead & { handover: Handover } {
  return now.handover !== undefined && now.handover.number !== old?.handover?.number;
}

function answers(old: Lead | undefined, now: Lead): MetricIncrement[] {
  const before = old?.handover;
  if (old === undefined || before === undefined) return [];
  const told: MetricIncrement[] = [];
  const after = now.handover?.number === before.number ? now.handover : undefined;
  const isReturned = now.returned !== undefined && now.returned.at !== old.returned?.at;
  // An offer that a hand-over took the place of was never answered.
  const isReplaced = after === undefined && !isReturned;
  const isAnswered = before.status === 'open' && !isReplaced && (after?.status !== 'open' || isReturned);
  if (before.told === undefined) {
    if (after?.told !== undefined) told.push(['late', 1]);
    else if (isAnswered) told.push(['kept', 1]);
  }
  if (before.status === 'open' && after?.status === 'accepted') {
    told.push(['accepted', 1], ...took('mql>sal', before.openedAt, after.answer?.at ?? now.changedAt));
  }
  if (isReturned && now.returned) told.push([`returned.${now.returned.reason}`, 1]);
  const isLost = now.lost !== undefined && now.lost.at !== old.lost?.at;
  if (isLost) told.push(['lost', 1]);
  if ((isReturned || isLost) && progressOf(old.stage) < progressOf('sql')) told.push(['dropped', 1]);
  return told;
}

function progress(old: Lead | undefined, now: Lead): MetricIncrement[] {
  if (old === undefined || now.stage === 'lost') return [];
  const reached = (stage: Stage) =>
    progressOf(now.stage) >= progressOf(stage) && progressOf(old.stage) < progressOf(stage);
  const step = (name: Step, from: Stage): MetricIncrement[] =>
    old.stage === from ? took(name, old.stageAt, now.stageAt) : [];
  const told: MetricIncrement[] = [];
  if (reached('sql')) told.push(['qualified', 1], ...step('sal>sql', 'sal'));
  if (reached('opportunity')) told.push(['opportunities', 1], ...step('sql>opportunity', 'sql'));
  if (reached('customer')) {
    const cents = Math.round((now.won?.value ?? 0) * 100);
    told.push(['won', 1], ...step('opportunity>customer', 'opportunity'));
    if (cents > 0) told.push(['value', cents]);
  }
  return told;
}

function criteria(old: Lead | undefined, now: Lead): Increment[] {
  if (now.returned?.reason !== 'bad-fit' || now.returned.at === old?.returned?.at) return [];
  const { criterion, caught } = now.handover?.answer ?? {};
  const count = (name: string | undefined, fact: Metric): Increment[] =>
    name === undefined ? [] : [{ kind: 'criterion', of: nameOf(name), fact, by: 1 }];
  return [...count(criterion, 'told'), ...count(caught, 'caught')];
}

function took(step: Step, from: Instant, to: Instant): MetricIncrement[] {
  const minutes = minutesBetween(from, to);
  const counted: MetricIncrement = [`took.${step}.${bucketOf(minutes)}`, 1];
  return minutes === 0 ? [counted] : [[`minutes.${step}`, minutes], counted];
}

/** How far a stage is on the way to a customer. */
function progressOf(stage: Stage): number {
  return stage === 'lost' ? -1 : STAGES.indexOf(stage);
}

/** A name from outside as the name of a counter. */
function nameOf(name: string | undefined): string {
  return clean((name ?? '').replaceAll('|', ' '), NAME);
}
