import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/domain/nurture/decide.ts';
import type { ActiveEnrolment, Enrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import {
  applyDecision,
  claimMail,
  confirmClaim,
  resumeEnrolment,
  startEnrolment,
} from '../../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import { type Plan, planOf } from '../../../shared/domain/nurture/plan.ts';
import type { Step } from '../../../shared/domain/nurture/sequence.ts';
import { enrolment, nurtureRules, onDay, START, sequence, step } from './builders.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../shared/domain/nurture/README.md'), 'utf8');
const drawn = [...readme.matchAll(/^ {4}(\S+) --> (\S+): (.+)$/gm)].flatMap(([, from, to, labels = '']) =>
  labels.split(', ').map((label) => `${from} ${to} ${label}`),
);

/** Fails to compile when a status or a decision is added: then the diagram needs it too. */
const states: Record<Enrolment['status'], true> = { active: true, done: true, ended: true };
const decisions: Record<Decision['do'], true> = {
  ...{ send: true, wait: true, skip: true, end: true, finish: true },
};

const plan = (steps = sequence().steps) => planOf('tips', undefined, nurtureRules({ steps })) as Plan;
const last = plan([step('tip-7d', '7d')]);
const asked = plan([step('tip-7d', '7d', { kind: 'requested' })]);
const first = enrolment({ sent: {} });
const tip = { planned: onDay(7), shiftDays: 0 };
const claim = { mail: 'm1', at: onDay(7) };
const settle = (decision: Exclude<Decision, { do: 'send' }>, by: Plan) =>
  applyDecision(enrolment(), decision, by);
const send = (by: Plan) =>
  claimMail(
    first,
    { do: 'send', step: by.sequence.steps.find(({ id }) => id === 'tip-7d') as Step, ...tip },
    claim,
    by,
  );
const wait = { do: 'wait', until: onDay(8), why: 'cap', planned: onDay(7), shiftDays: 0 } as const;
const skip = { do: 'skip', step: step('tip-7d', '7d'), why: 'late' } as const;
const start = { lead: first.lead, sequence: 'tips', startedAt: START };

const seen = new Set([
  `[*] ${startEnrolment(start, plan()).status} start`,
  `active ${settle(wait, plan()).status} wait`,
  `active ${settle(skip, plan()).status} skip`,
  `active ${send(plan()).status} send`,
  `active ${settle(skip, last).status} skip`,
  `active ${send(last).status} send`,
  `active ${settle({ do: 'finish' }, last).status} finish`,
  `active ${settle({ do: 'end', why: 'unsubscribed' }, last).status} end`,
  ...[settle({ ...wait, why: 'pending' }, plan()), settle({ do: 'end', why: 'not-confirmed' }, plan())].map(
    (before) => `${before.status} ${resumeEnrolment(before, plan(), onDay(20))?.status} resume`,
  ),
  ...[plan(), last, asked].flatMap((by) => {
    const { status } = send(by);
    return [
      `${status} ${confirmClaim(send(by), by).status} confirm`,
      `${status} ${applyDecision(first, { ...skip, why: 'refused' }, by).status} refuse`,
      `${status} ${first.status} release`,
    ];
  }),
]);

describe('the diagram of an enrolment', () => {
  it('shows all possible changes and no others', () => {
    expect(drawn.toSorted()).toEqual([...seen].sort());
  });

  it('has every status and every decision', () => {
    const words = new Set(drawn.flatMap((line) => line.split(' ')));
    for (const word of [...Object.keys(states), ...Object.keys(decisions)]) expect(words).toContain(word);
  });
});

describe('every change of an enrolment', () => {
  it('increments its version', () => {
    const changes: Enrolment[] = [settle(wait, plan()), settle(skip, plan()), send(plan())];
    for (const { version } of changes) expect(version).toBe(first.version + 1);
  });

  it('keeps what was sent', () => {
    const { sent } = enrolment();
    for (const change of [settle(wait, plan()), settle(skip, plan()), settle({ do: 'finish' }, plan())])
      expect(change.sent).toEqual(sent);
    expect((send(plan()) as ActiveEnrolment).sent).toEqual({ 'tip-7d': onDay(7) });
  });
});
